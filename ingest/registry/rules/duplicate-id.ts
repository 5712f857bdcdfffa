import { termId } from "../../ids.ts";
import type { Located, Path } from "../located.ts";
import type { Finding, Rule } from "./rule.ts";

/** Two records, tenures or terms have one id, or a record's former id is the id of another. The first one stands. */
export const duplicateIdRule: Rule = {
  id: "duplicate-id",
  severity: "error",
  leavesOut: true,
  find: ({ records }) => {
    const holders = new Map<string, Holder>();
    return records.flatMap((record) => ownIds(record).flatMap(([id, path]) => collision(record, id, path, holders)));
  },
};

interface Holder {
  readonly record: Located;
  readonly path: Path;
}

function collision(record: Located, id: string, path: Path, holders: Map<string, Holder>): Finding[] {
  const first = holders.get(id);
  if (first === undefined) {
    holders.set(id, { record, path });
    return [];
  }
  const place = `${first.record.file}:${first.record.line(first.path)}`;
  return [
    { record, path, message: `the id '${id}' is taken by ${place}: give one of the two another id, or merge them` },
  ];
}

function ownIds({ value }: Located): [string, Path][] {
  const former = "sameAs" in value ? (value.sameAs ?? []) : [];
  const tenures = "tenures" in value ? (value.tenures ?? []) : [];
  const terms = "terms" in value ? (value.terms ?? []) : [];
  return [
    [value.id, ["id"]],
    ...former.map((id, index): [string, Path] => [id, ["sameAs", index]]),
    ...tenures.map(({ id }, index): [string, Path] => [id, ["tenures", index, "id"]]),
    ...terms.map(({ cycle }, index): [string, Path] => [termId(value.id, cycle), ["terms", index, "cycle"]]),
  ];
}
