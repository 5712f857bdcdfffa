import type { Question, RowSet } from "./questions.ts";

/** A cell of a table: what stands at its path in the answer, several values joined by "; ", or null. */
export type Cell = string | number | boolean | null;

/** One row: every column of the question, in their order. */
export type Row = Readonly<Record<string, Cell>>;

/**
 * The table of a question's answer (`data` of the response). Each row set goes through the lists on its path `each` and makes
 * a row of every last item. The value of a column is found
 * - by a path from the top of the answer: as far as it goes along `each` it stays with the item that the row belongs to;
 * - by a path that begins with a dot, from the item itself;
 * - by the first of several paths, `.heldOn | .plannedOn`, at which there is something;
 * - after an equals sign: `=term` is that word.
 * A column whose name ends in an exclamation mark must have a value: rows without one are left out.
 */
export function rowsOf(question: Question, data: unknown): readonly Row[] {
  const names = question.columns.map(({ name }) => name);
  const all = question.rows.flatMap((set) => itemsOf(set, data).flatMap((item) => rowOf(names, set, item)));
  const rows = question.distinct ? [...new Map(all.map((row) => [JSON.stringify(row), row])).values()] : all;
  return question.order.length === 0 ? rows : rows.toSorted((a, b) => compareRows(a, b, question.order));
}

/** One item of a row set, with the items above it, by the path that each stands at; the answer itself stands at "". */
type Item = ReadonlyMap<string, unknown>;

function itemsOf({ each }: RowSet, data: unknown): readonly Item[] {
  let items: readonly Item[] = [new Map([["", data]])];
  let path = "";
  for (const key of each.split(".")) {
    const above = path;
    path = joined(path, key);
    items = items.flatMap((item) =>
      listed(valueAt(item.get(above), [key])).map((value) => new Map(item).set(path, value)),
    );
  }
  return items;
}

function rowOf(names: readonly string[], set: RowSet, item: Item): readonly Row[] {
  const row: Record<string, Cell> = Object.fromEntries(names.map((name) => [name, null]));
  for (const [key, source] of set.values) {
    const name = key.replace(/!$/, "");
    const cell = cellAt(source, set.each, item);
    if (cell === null && key !== name) return [];
    row[name] = cell;
  }
  return [row];
}

function cellAt(source: string, each: string, item: Item): Cell {
  for (const part of source.split("|").map((text) => text.trim())) {
    const path = part.startsWith(".") ? each + part : part;
    const cell = part.startsWith("=") ? part.slice(1) : cellOf(found(path, item));
    if (cell !== null) return cell;
  }
  return null;
}

function found(path: string, item: Item): unknown {
  const keys = path.split(".");
  for (let length = keys.length; length >= 0; length -= 1) {
    const above = keys.slice(0, length).join(".");
    if (item.has(above)) return valueAt(item.get(above), keys.slice(length));
  }
  return null;
}

/** What stands at a path of keys below a value; of a list, what stands there below each item. Null where there is nothing. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(value)) return value.flatMap((inner) => listed(valueAt(inner, keys)));
  if (typeof value !== "object" || value === null) return null;
  return valueAt((value as Readonly<Record<string, unknown>>)[key], rest);
}

function cellOf(value: unknown): Cell {
  if (Array.isArray(value)) {
    const cells = [...new Set(value.map(cellOf).filter((cell) => cell !== null))];
    return cells.length === 0 ? null : cells.join("; ");
  }
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
}

function listed(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined ? [] : [value];
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

function compareRows(a: Row, b: Row, order: readonly string[]): number {
  for (const name of order) {
    const difference = compareCells(a[name] ?? null, b[name] ?? null);
    if (difference !== 0) return difference;
  }
  return 0;
}

function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
