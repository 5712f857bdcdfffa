import { hash } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/*
 * What answers are kept under: all that an answer depends on, which is what is loaded, and every part of the request that
 * Apollo Server reads. Two requests that share a key would get the same answer from it, whoever sends them.
 */

/** The key of the answer to a query by GET or HEAD; `url` is path and query as they came. */
export function keyOfGet(headers: IncomingHttpHeaders, url: string, version: string): string {
  return keyOf([version, headers.accept, url, ...guards.map((name) => headers[name])]);
}

/** The key of the answer to a query by POST. */
export function keyOfPost(headers: IncomingHttpHeaders, body: unknown, version: string): string {
  return keyOf([version, headers.accept, body]);
}

/** What an answer to a query varies with, beside its address, as the Vary header says it. */
export const vary = "accept, accept-encoding";

/** Headers that tell a GET of a client from one that a page of another site made a browser send. */
const guards = ["content-type", "apollo-require-preflight", "x-apollo-operation-name"];

/** In UTF-16 code units; longer than any hash, so that no key is taken for one. */
const longestKey = 600;

function keyOf(parts: readonly unknown[]): string {
  const key = JSON.stringify(parts);
  // A hash keeps the keys of long queries small; a short one is its own key.
  return key.length > longestKey ? hash("sha256", key, "base64url") : key;
}
