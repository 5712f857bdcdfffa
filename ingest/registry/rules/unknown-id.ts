import { kindOf } from "../../ids.ts";
import { nearestId } from "../nearest.ts";
import { referencesIn } from "../references.ts";
import { unknownId } from "../refusals.ts";
import type { Finding, Rule } from "./rule.ts";

/** A record names an id that no record has. An id that was given out before is named with the one that replaced it. */
export const unknownIdRule: Rule = {
  id: "unknown-id",
  severity: "error",
  leavesOut: true,
  find: ({ records, ids }) => {
    const replaced = new Map(
      records.flatMap(({ value }) => formerIds(value).map((former) => [former, value.id] as const)),
    );
    return records.flatMap((record) =>
      referencesIn(record.value)
        .filter(({ id }) => !ids.has(id))
        .map(({ id, path }): Finding => ({ record, path, message: messageFor(id, ids, replaced.get(id)) })),
    );
  },
};

function formerIds(value: object): readonly string[] {
  return "sameAs" in value ? (value.sameAs as readonly string[]) : [];
}

function messageFor(id: string, ids: ReadonlySet<string>, replacement: string | undefined): string {
  const kind = kindOf(id) ?? "id";
  const candidates = [...ids].filter((known) => kindOf(known) === kind);
  return unknownId(kind, id, replacement ?? nearestId(id, candidates));
}
