import type { Cell, Row } from "../api/rows.ts";

/** Rows as a table for people: a line of names, a rule, a line a row; columns as wide as their widest cell. */
export function tableOf(names: readonly string[], rows: readonly Row[]): string {
  const lines = [names, ...rows.map((row) => names.map((name) => shown(row[name] ?? null)))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  const [head = "", ...body] = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...body].join("\n");
}

/** Control characters would move the cursor, or more, in a terminal. */
function shown(cell: Cell): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this takes out
  return cell === null ? "" : String(cell).replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}
