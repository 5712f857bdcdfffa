import type { Column } from "./table.tsx";

/** A table as CSV (RFC 4180), with its keys as the first line; a cell that a spreadsheet would take for a formula gets an apostrophe. */
export function csvText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = rows.map((row) => columns.map(({ value }) => csvCell(value(row))));
  return [columns.map(({ key }) => csvCell(key)), ...lines].map((cells) => `${cells.join(",")}\r\n`).join("");
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
