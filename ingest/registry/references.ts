import { kindOf } from "../ids.ts";
import type { Path } from "./located.ts";

/** An id that a record names, with the way to it. */
export interface Reference {
  readonly id: string;
  readonly path: Path;
}

const ownFields = new Set<string | number>(["id", "sameAs"]);
const idShape = /^[a-z-]+:[a-z0-9][a-z0-9/-]*$/;

/** All ids that a record names, its own and its former ones left out, in the order of the file. */
export function referencesIn(value: unknown, path: Path = []): Reference[] {
  if (typeof value === "string") return idShape.test(value) && kindOf(value) !== null ? [{ id: value, path }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => referencesIn(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !ownFields.has(key))
    .flatMap(([key, item]) => referencesIn(item, [...path, key]));
}
