import type { Registry } from "./registry.ts";
import type { SourceRecord } from "./records.ts";

/** Kinds of source whose pages are the record itself; press and reference works only speak of it. */
const official: readonly SourceRecord["kind"][] = ["adopted text", "secretariat", "host", "ministry"];

/** Addresses of the official pages among the sources, adopted texts first, each once. */
export function officialAddresses({ records }: Registry): string[] {
  const addresses = official.flatMap((kind) =>
    records.sources.flatMap((source) => (source.kind === kind && source.address ? [source.address] : [])),
  );
  return [...new Set(addresses)];
}
