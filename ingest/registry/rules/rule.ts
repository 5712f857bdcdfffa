import type { Severity } from "../../problem.ts";
import type { Located, Path } from "../located.ts";
import type { RecordKind } from "../records.ts";

/** What the rules look at: the records that keep to their schema, and the ids of those that do not. */
export interface Checked {
  readonly records: readonly Located[];
  /** Every id that stands in the files, those of records that were left out included. */
  readonly ids: ReadonlySet<string>;
}

/** One finding of a rule: where, what is wrong and what to do about it. */
export interface Finding {
  readonly record: Located;
  readonly path: Path;
  readonly message: string;
}

/** A rule across records, pure. `leavesOut`: a record with such a finding does not enter the registry. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly leavesOut: boolean;
  readonly find: (checked: Checked) => readonly Finding[];
}

/** The records of one kind, in the order of the files. */
export function recordsOf<K extends RecordKind>({ records }: Checked, kind: K): Located<K>[] {
  return records.filter((record): record is Located<K> => record.kind === kind);
}
