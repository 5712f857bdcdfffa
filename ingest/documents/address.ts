import ipaddr from "ipaddr.js";

/** Why an address is not fetched, in words that finish "… is not fetched: …". */
export class BlockedAddress extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "BlockedAddress";
  }
}

/** Hosts, as `name` or `name:port`, that may be fetched although they stand in a private network. */
export type TrustedHosts = readonly string[];

/** True where the text is meant as an address and not as a path. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
}

/**
 * The address that is fetched and under which the page is kept: normalised, without a fragment. Throws a BlockedAddress for
 * anything but http and https, for a user name in it, and for a numeric host that is not public.
 */
export function vettedAddress(text: string, trusted: TrustedHosts): URL {
  if (!URL.canParse(text)) throw new BlockedAddress("it is no address; write it out from https:// on");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    throw new BlockedAddress(`${url.protocol} is not read, only http: and https:`);
  }
  if (url.username !== "" || url.password !== "") {
    throw new BlockedAddress("it holds a user name or password; save the page and give the file");
  }
  url.hash = "";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(host) && !isTrusted(url, trusted)) vetNumeric(host, url.hostname);
  return url;
}

/** The address that a page leads on to, vetted like the first. Throws a BlockedAddress also where it gives up protection. */
export function nextAddress(from: URL, target: string, trusted: TrustedHosts): URL {
  if (!URL.canParse(target, from.href)) throw new BlockedAddress(`it leads on to ${quoted(target)}, which is no address`);
  const next = vettedAddress(new URL(target, from.href).href, trusted);
  if (from.protocol === "https:" && next.protocol === "http:") {
    throw new BlockedAddress(`it leads from https: on to ${quoted(next.href)}, which is not protected`);
  }
  return next;
}

/** A foreign text in a message: short, and without control characters. */
export function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 200));
}

/** True where the user has said that this host may be fetched wherever it stands. */
export function isTrusted({ hostname, host }: URL, trusted: TrustedHosts): boolean {
  return trusted.includes(hostname) || trusted.includes(host);
}

/**
 * Throws a BlockedAddress where a numeric address is none of the public internet: loopback, private and local networks,
 * the services of a cloud's own network, and every form that hides an IPv4 address in an IPv6 one.
 */
export function vetNumeric(numeric: string, host: string): void {
  const range = ipaddr.process(numeric).range();
  if (range !== "unicast") {
    throw new BlockedAddress(
      `${host} leads to ${numeric}, which is not on the public internet (${range}); ` +
        "name the host in ADG_FETCH_TRUSTED if it is yours",
    );
  }
}
