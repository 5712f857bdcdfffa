import type { Problem } from "../problem.ts";
import type { Located } from "./located.ts";
import { recordKinds } from "./records.ts";
import { referencesIn } from "./references.ts";

/**
 * Makes the records closed: an item or an optional field that names a record which is not there is dropped, and a record
 * that cannot stand without it is left out. One warning a missing record, one a record left out.
 */
export function closeRecords(
  records: readonly Located[],
  definedIds: (value: unknown) => readonly string[],
): { kept: readonly Located[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const reported = new Set<string>();
  let kept = records;
  for (;;) {
    const ids = new Set(kept.flatMap(({ value }) => definedIds(value)));
    const missing = missingIds(kept, ids);
    if (missing.size === 0) return { kept, problems };
    for (const [id, users] of missing) {
      if (!reported.has(id)) problems.push(...without(id, users));
      reported.add(id);
    }
    const pruned = kept.map((record) => ({ record, result: pruneRecord(record, ids) }));
    problems.push(...pruned.filter(({ result }) => result === null).map(({ record }) => cannotStand(record, ids)));
    kept = pruned.flatMap(({ result }) => (result === null ? [] : [result]));
  }
}

function missingIds(records: readonly Located[], ids: ReadonlySet<string>): Map<string, Located[]> {
  const users = new Map<string, Located[]>();
  for (const record of records) {
    const named = new Set(referencesIn(record.value).map(({ id }) => id));
    for (const id of named) if (!ids.has(id)) users.set(id, [...(users.get(id) ?? []), record]);
  }
  return users;
}

function without(id: string, users: readonly Located[]): Problem[] {
  const [first] = users;
  if (first === undefined) return [];
  const path = referencesIn(first.value).find((reference) => reference.id === id)?.path ?? [];
  const more = users.length - 1;
  const others = more === 0 ? "" : ` and in ${more} other ${more === 1 ? "record" : "records"}`;
  const message = `${id} is left out, so it is missing here${others}: mend that record`;
  return [{ rule: "left-out", severity: "warning", message, file: first.file, line: first.line(path) }];
}

function cannotStand(record: Located, ids: ReadonlySet<string>): Problem {
  const reference = referencesIn(record.value).find(({ id }) => !ids.has(id));
  const message = `${record.value.id} is left out too, it cannot stand without ${reference?.id ?? "it"}: mend that record`;
  return {
    rule: "left-out",
    severity: "warning",
    message,
    file: record.file,
    line: record.line(reference?.path ?? []),
  };
}

function pruneRecord(record: Located, ids: ReadonlySet<string>): Located | null {
  if (referencesIn(record.value).every(({ id }) => ids.has(id))) return record;
  const isMissing = (value: unknown) => referencesIn(value).some(({ id, path }) => path.length === 0 && !ids.has(id));
  const parsed = recordKinds[record.kind].schema.safeParse(prune(record.value, isMissing));
  return parsed.success ? { ...record, value: parsed.data } : null;
}

function prune(value: unknown, isMissing: (value: unknown) => boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.filter(
      (item: unknown) => !isMissing(item) && !fieldsOf(item).some(([, field]) => isMissing(field)),
    );
    return items.map((item) => prune(item, isMissing));
  }
  if (typeof value !== "object" || value === null) return value;
  const fields = fieldsOf(value).filter(([key, field]) => key === "sameAs" || !isMissing(field));
  return Object.fromEntries(fields.map(([key, field]) => [key, prune(field, isMissing)]));
}

function fieldsOf(value: unknown): [string, unknown][] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
