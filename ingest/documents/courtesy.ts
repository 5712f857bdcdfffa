import { setTimeout as wait } from "node:timers/promises";
import robotsParser from "robots-parser";
import { fetchPage, userAgent, type Fetched, type FetchOptions, type NoPage } from "./fetch.ts";

/** How long to wait for a host, in milliseconds. */
export interface Pace {
  /** Between two requests to one host. */
  readonly pause: number;
  /** Longest wait that a server may ask for; where it asks for more, its page is left for another day. */
  readonly patience: number;
}

/** What a robots.txt says of an address; the library's own types do not fit the module that it is. */
interface Robots {
  readonly isDisallowed: (address: string, agent: string) => boolean | undefined;
  readonly getCrawlDelay: (agent: string) => number | undefined;
}
const parseRobots = robotsParser as unknown as (address: string, text: string) => Robots;

/**
 * A fetcher for many pages, used one page at a time: it pauses between two requests to a host, does what the host's
 * robots.txt says, and asks once more where a server that is busy (429, 503) says when. `stop` ends a wait as well.
 */
export function courteousFetch(
  options: FetchOptions,
  { pause, patience }: Pace,
): (address: string) => Promise<Fetched> {
  const nextTurn = new Map<string, number>();
  const robots = new Map<string, Promise<Robots | null>>();

  /** A wait that was broken off is over: the fetch after it says that it was stopped. */
  function waitFor(milliseconds: number): Promise<void> {
    return wait(milliseconds, undefined, { signal: options.stop }).catch(() => undefined);
  }

  async function inTurn(address: string, pauseAfter: number): Promise<Fetched> {
    const { host } = new URL(address);
    const ahead = (nextTurn.get(host) ?? 0) - performance.now();
    if (ahead > 0) await waitFor(ahead);
    const fetched = await fetchPage(address, options);
    nextTurn.set(host, performance.now() + pauseAfter);
    return fetched;
  }

  function robotsOf(origin: string): Promise<Robots | null> {
    const known = robots.get(origin) ?? readRobots(`${origin}/robots.txt`);
    robots.set(origin, known);
    return known;
  }

  async function readRobots(address: string): Promise<Robots | null> {
    const fetched = await inTurn(address, pause);
    return "bytes" in fetched ? parseRobots(address, new TextDecoder().decode(fetched.bytes)) : null;
  }

  return async (address) => {
    if (!URL.canParse(address)) return fetchPage(address, options);
    const rules = await robotsOf(new URL(address).origin);
    if (rules?.isDisallowed(address, userAgent)) return disallowed;
    const delay = (rules?.getCrawlDelay(userAgent) ?? 0) * 1_000;
    const pauseAfter = Math.min(Math.max(pause, delay), patience);
    const fetched = await inTurn(address, pauseAfter);
    if ("bytes" in fetched || fetched.retryAfter === null || fetched.retryAfter * 1_000 > patience) return fetched;
    await waitFor(fetched.retryAfter * 1_000);
    return inTurn(address, pauseAfter);
  };
}

const disallowed: NoPage = {
  rule: "robots-disallow",
  message: "it is not fetched: the host's robots.txt asks programs to leave it; save the page in a browser and give the file",
  retryAfter: null,
};
