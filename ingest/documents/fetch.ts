import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import type { LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { BlockedAddress, isTrusted, nextAddress, quoted, vetNumeric, vettedAddress, type TrustedHosts } from "./address.ts";
import { maxBytes } from "./read.ts";

/** How pages are fetched. */
export interface FetchOptions {
  readonly trusted: TrustedHosts;
  /** Longest time for one page with all its redirects, in milliseconds. */
  readonly timeout: number;
  /** Ends a fetch at once. */
  readonly stop: AbortSignal;
  /** Numeric addresses of a host name; the system's resolver where it is not given. */
  readonly resolve?: (hostname: string) => Promise<readonly string[]>;
}

/** A page as it came: its bytes, unpacked, and the encoding that the server says they are in. */
export interface Page {
  readonly bytes: Uint8Array;
  readonly charset: string | null;
}

/** Why there is no page; `retryAfter` in seconds, where the server asks for patience. */
export interface NoPage {
  readonly rule: string;
  /** A sentence about the address. */
  readonly message: string;
  readonly retryAfter: number | null;
}

/** A page, or why there is none. */
export type Fetched = Page | NoPage;

const maxRedirects = 5;

/** Says who asks, as robots.txt and web masters expect. */
export const userAgent = "asean-defence-graph";

class FetchFailure extends Error {
  readonly rule: string;
  readonly retryAfter: number | null;

  constructor(rule: string, message: string, retryAfter: number | null = null) {
    super(message);
    this.rule = rule;
    this.retryAfter = retryAfter;
  }
}

/**
 * Fetches one page. Every address on the way, after each redirect too, must be public or trusted, and the connection goes
 * to the very numeric address that was looked at. Size, time and number of redirects are bounded. Never throws.
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<Fetched> {
  const abort = AbortSignal.any([AbortSignal.timeout(options.timeout), options.stop]);
  try {
    let url = vettedAddress(address, options.trusted);
    for (let hop = 0; hop <= maxRedirects; hop++) {
      const response = await request(url, options, abort);
      try {
        const target = redirectTarget(response);
        if (target === null) return await pageOf(response);
        url = nextAddress(url, target, options.trusted);
      } finally {
        response.destroy();
      }
    }
    throw new FetchFailure("too-many-redirects", `it leads on more than ${maxRedirects} times`);
  } catch (error) {
    return failureOf(error, abort.aborted, options);
  }
}

async function request(url: URL, options: FetchOptions, signal: AbortSignal): Promise<http.IncomingMessage> {
  const client = url.protocol === "https:" ? https : http;
  return new Promise((resolve, reject) => {
    const sent = client.get(url, {
      signal,
      agent: false,
      lookup: vettingLookup(url, options),
      headers: {
        "user-agent": userAgent,
        accept: "text/html, application/pdf, text/plain, */*;q=0.5",
        "accept-encoding": "gzip, deflate, br",
      },
    });
    sent.on("response", resolve);
    sent.on("error", reject);
  });
}

/** Looks a name up once for the connection itself, so that no second answer of the resolver can lead elsewhere. */
function vettingLookup(url: URL, { trusted, resolve = systemAddresses }: FetchOptions): LookupFunction {
  return (hostname, lookupOptions, answer) => {
    resolve(hostname).then(
      (addresses) => {
        try {
          if (!isTrusted(url, trusted)) for (const address of addresses) vetNumeric(address, hostname);
          const [first] = addresses;
          if (first === undefined) throw new FetchFailure("fetch-failed", `${hostname} has no address`);
          const family = isIP(first);
          if (lookupOptions.all) answer(null, [{ address: first, family }]);
          else answer(null, first, family);
        } catch (error) {
          answer(error as Error, "", 0);
        }
      },
      (error: unknown) => {
        answer(error as Error, "", 0);
      },
    );
  };
}

async function systemAddresses(hostname: string): Promise<readonly string[]> {
  return (await lookup(hostname, { all: true, order: "ipv4first" })).map(({ address }) => address);
}

const redirects = new Set([301, 302, 303, 307, 308]);

function redirectTarget({ statusCode, headers }: http.IncomingMessage): string | null {
  if (!redirects.has(statusCode ?? 0)) return null;
  if (headers.location === undefined) throw new FetchFailure("fetch-status", "it leads on without saying where to");
  return headers.location;
}

async function pageOf(response: http.IncomingMessage): Promise<Fetched> {
  const { statusCode = 0, headers } = response;
  if (statusCode !== 200) {
    throw new FetchFailure("fetch-status", `the server answered ${statusCode}`, secondsOf(headers["retry-after"]));
  }
  return { bytes: await bodyOf(response), charset: charsetOf(headers["content-type"]) };
}

async function bodyOf(response: http.IncomingMessage): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const part of source) {
      size += part.length;
      if (size > maxBytes) throw new FetchFailure("too-large", `it has more than the ${maxBytes} bytes that are read`);
      parts.push(part);
    }
  };
  const decoder = decoderOf(response.headers["content-encoding"]);
  await (decoder ? pipeline(response as Readable, decoder, collect) : pipeline(response as Readable, collect));
  return Buffer.concat(parts);
}

function decoderOf(coding: string | undefined) {
  switch (coding?.trim().toLowerCase() ?? "identity") {
    case "identity":
    case "":
      return null;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new FetchFailure("fetch-failed", `it is packed as ${quoted(coding ?? "")}, which nobody asked for`);
  }
}

function charsetOf(contentType: string | undefined): string | null {
  return /charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType ?? "")?.[1]?.toLowerCase() ?? null;
}

/** Seconds to wait; a date instead of a number counts as not said, since clocks differ. */
function secondsOf(retryAfter: string | undefined): number | null {
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
}

function failureOf(error: unknown, aborted: boolean, { timeout, stop }: FetchOptions): NoPage {
  if (error instanceof BlockedAddress) {
    return { rule: "address-blocked", message: `it is not fetched: ${error.message}`, retryAfter: null };
  }
  if (error instanceof FetchFailure) {
    const { rule, message, retryAfter } = error;
    return { rule, message: `it could not be fetched: ${message}`, retryAfter };
  }
  if (stop.aborted) return { rule: "fetch-stopped", message: "it was not fetched: stopped", retryAfter: null };
  if (aborted) {
    const message = `it could not be fetched: the server took longer than ${timeout / 1_000} s; try again later`;
    return { rule: "fetch-timeout", message, retryAfter: null };
  }
  const code = (error as NodeJS.ErrnoException).code ?? "no code";
  const message = `it could not be fetched (${code}): check the address and the network, and try again`;
  return { rule: "fetch-failed", message, retryAfter: null };
}
