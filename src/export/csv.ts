/** What a spreadsheet takes for the start of a formula, or strips off before it looks for one. */
const formula = /^[=+\-@\t\r]/;

/**
 * One record of RFC 4180, without its line end: cells in order, null as nothing. A text that a spreadsheet would take for a
 * formula gets an apostrophe in front; numbers stay as they are.
 */
export function csvRecord(cells: readonly (string | number | boolean | null)[]): string {
  return cells.map(csvCell).join(",");
}

/** Records with the line ends that RFC 4180 asks for, the last one included. */
export function csvLines(records: readonly string[]): string {
  return records.map((record) => `${record}\r\n`).join("");
}

/** One cell of a record. */
export function csvCell(cell: string | number | boolean | null): string {
  if (typeof cell !== "string") return cell === null ? "" : String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
