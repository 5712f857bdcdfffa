import type { Element } from "./tree.ts";

/** Longest cell of a table of data, in characters of text. */
const longestCell = 400;

const parts = new Set(["thead", "tbody", "tfoot", "tr"]);
const cells = new Set(["td", "th"]);
const nested = new Set(["table", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6"]);

/** Cells of a row, or rows of a table through its groups, in order. */
export function elementsNamed(element: Element, names: ReadonlySet<string>): Element[] {
  return element.children.flatMap((child) => {
    if (child.children === null) return [];
    if (names.has(child.name)) return [child];
    return parts.has(child.name) ? elementsNamed(child, names) : [];
  });
}

const rowNames = new Set(["tr"]);

/**
 * True for a table whose rows are to be read across: at least two rows of two cells, each of which is short and holds no
 * table, list, heading or second paragraph. Any other is only a way to set text in columns, and each cell is read by itself.
 */
export function isDataTable(table: Element, role: string, charsOf: (cell: Element) => number): boolean {
  if (role === "presentation" || role === "none") return false;
  const rows = elementsNamed(table, rowNames).map((row) => elementsNamed(row, cells));
  if (rows.filter((row) => row.length >= 2).length < 2) return false;
  return rows.every((row) => row.every((cell) => charsOf(cell) <= longestCell && isPlain(cell)));
}

function isPlain(cell: Element): boolean {
  let paragraphs = 0;
  const visit = (element: Element): boolean =>
    element.children.every((child) => {
      if (child.children === null) return true;
      if (child.name === "p" || child.name === "div") paragraphs++;
      return !nested.has(child.name) && paragraphs <= 1 && visit(child);
    });
  return visit(cell);
}

/** True for a cell. */
export function isCell({ name }: Element): boolean {
  return cells.has(name);
}
