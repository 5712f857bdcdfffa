import type { IncomingMessage } from "node:http";
import ipaddr from "ipaddr.js";

/** How many clients are counted at a time; the one that came first is forgotten for the next. */
const mostClients = 10_000;

/** How long a client is counted before it starts anew, in milliseconds. */
const minute = 60_000;

/** Counts a request of a client: seconds to wait before it may ask again, 0 where it may ask now. */
export type Admission = (request: Pick<IncomingMessage, "headers" | "socket">) => number;

/**
 * Admits so many requests of one client in a minute; any number where that is 0. Without a proxy in front, this machine itself
 * is let through, whatever it calls itself. `proxies` is how many stand in front and name the client in X-Forwarded-For.
 */
export function createAdmission(most: number, proxies: number): Admission {
  const counted = new Map<string, { times: number; readonly ends: number }>();
  return (request) => {
    if (most === 0) return 0;
    const client = clientOf(request, proxies);
    if (proxies === 0 && loopback.test(client)) return 0;
    const now = performance.now();
    const name = networkOf(client);
    const known = counted.get(name);
    if (known === undefined || known.ends <= now) {
      const [oldest] = counted.keys();
      counted.delete(name);
      if (counted.size >= mostClients && oldest !== undefined) counted.delete(oldest);
      counted.set(name, { times: 1, ends: now + minute });
      return 0;
    }
    known.times += 1;
    return known.times <= most ? 0 : Math.ceil((known.ends - now) / 1_000);
  };
}

const loopback = /^(?:::ffff:)?127\.|^::1$/;

/** What counts as one client: an address of IPv4; of IPv6 the first half, of which a client has all addresses. */
function networkOf(address: string): string {
  if (!address.includes(":") || !ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(":") : parsed.toString();
}

/** The address of the client: of its connection, or as the proxy farthest from here saw it. What a client adds itself stands before that. */
export function clientOf({ headers, socket }: Parameters<Admission>[0], proxies: number): string {
  const connected = socket.remoteAddress ?? "";
  if (proxies === 0) return connected;
  const named = String(headers["x-forwarded-for"] ?? "").split(",").map((address) => address.trim()).filter(Boolean); // prettier-ignore
  return named.at(-proxies) ?? named[0] ?? connected;
}
