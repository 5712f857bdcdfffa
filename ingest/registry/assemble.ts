import type { Problem } from "../problem.ts";
import { termId } from "../ids.ts";
import { checkRecords } from "./check.ts";
import { closeRecords } from "./closing.ts";
import type { Located, RawRecord } from "./located.ts";
import { surfaceForms } from "./names.ts";
import { recordKinds, type RecordKind, type Records } from "./records.ts";
import { refusals } from "./refusals.ts";
import type { Registry } from "./registry.ts";

/** A registry and everything that was found wrong with the data. */
export interface ReadRegistry {
  /** Closed: every id that a record names is the id of a record. */
  readonly registry: Registry;
  readonly problems: readonly Problem[];
}

/**
 * The registry that follows from the values of the data files. A record that is broken is left out and reported; what
 * names it is read without it, or left out too where it cannot stand without it.
 *
 * @param standing ids that files define which could not be parsed: named elsewhere, they are missing but not unknown
 */
export function assembleRegistry(raw: readonly RawRecord[], standing: readonly string[]): ReadRegistry {
  const ids = new Set([...standing, ...raw.flatMap(({ value }) => definedIds(value))]);
  const { located, problems } = keepValid(raw, ids);
  const checked = checkRecords({ records: located, ids });
  const candidates = located.filter((record) => !checked.leftOut.has(record));
  const { kept, problems: cascade } = closeRecords(candidates, definedIds);
  return { registry: registryOf(kept), problems: [...problems, ...checked.problems, ...cascade] };
}

function keepValid(raw: readonly RawRecord[], ids: ReadonlySet<string>): { located: Located[]; problems: Problem[] } {
  const located: Located[] = [];
  const problems: Problem[] = [];
  for (const record of raw) {
    const parsed = recordKinds[record.kind].schema.safeParse(record.value);
    if (parsed.success) located.push({ ...record, value: parsed.data });
    else problems.push(...refusals(record, parsed.error.issues, ids));
  }
  return { located, problems };
}

/** The ids that a value defines: its own, those of its tenures, those of its terms. */
function definedIds(value: unknown): string[] {
  const { id, tenures, terms } = (value ?? {}) as { id?: unknown; tenures?: unknown; terms?: unknown };
  if (typeof id !== "string") return [];
  const inner = Array.isArray(tenures) ? tenures.flatMap(definedIds) : [];
  const cycles = Array.isArray(terms)
    ? terms.map((term: { cycle?: number } | null) => termId(id, term?.cycle ?? 0))
    : [];
  return [id, ...inner, ...cycles];
}

function registryOf(kept: readonly Located[]): Registry {
  const sorted = [...kept].sort((a, b) => (a.value.id < b.value.id ? -1 : 1));
  const kinds = Object.keys(recordKinds) as RecordKind[];
  const ofKind = (kind: RecordKind) => sorted.filter((record) => record.kind === kind).map(({ value }) => value);
  const records = Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) as unknown as Records;
  const nameOf = new Map(sorted.map(({ value }) => [value.id, "name" in value ? value.name : value.title]));
  return { records, nameOf, names: surfaceForms(records) };
}
