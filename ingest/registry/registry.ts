import type { Records } from "./records.ts";

/** A surface form under which an entity can be found in a text. */
export interface EntityName {
  readonly text: string;
  readonly id: string;
}

/** The curated records with the look-ups that finding and resolving names needs. */
export interface Registry {
  readonly records: Records;
  /** Name of every entity by id (sources, statements and reports included). */
  readonly nameOf: ReadonlyMap<string, string>;
  /** Full names, abbreviations and aliases of everything that texts name, sorted by text and id. */
  readonly names: readonly EntityName[];
}
