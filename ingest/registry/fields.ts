import { z } from "zod";
import { recordKinds, type RecordKind } from "./records.ts";

/** Names of all fields that a record of the kind, or a part of it, may have. */
export function fieldNames(kind: RecordKind): ReadonlySet<string> {
  const names = new Set<string>();
  collect(z.toJSONSchema(recordKinds[kind].schema), names);
  return names;
}

function collect(node: unknown, names: Set<string>): void {
  if (typeof node !== "object" || node === null) return;
  if ("properties" in node) for (const name of Object.keys(node.properties as object)) names.add(name);
  for (const child of Object.values(node)) collect(child, names);
}
