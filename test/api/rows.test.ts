import { expect, test } from "vitest";
import { parseQuestion } from "../../src/api/questions.ts";
import { rowsOf } from "../../src/api/rows.ts";

const data = {
  shelves: [
    {
      name: "top",
      books: [
        { name: "b", year: null, printed: "2013", by: [{ name: "X" }, { name: "Y" }, { name: "X" }] },
        { name: "a", year: 2010, printed: null, by: [] },
      ],
    },
    { name: "low", books: [] },
    { name: null, books: [{ name: "c", year: 1999, printed: "2000", by: [{ name: "Z" }] }] },
  ],
};

function rows(header: string): readonly (readonly unknown[])[] {
  const text = `# title: T\n# description: D\n${header
    .trim()
    .split("\n")
    .map((line) => `# ${line}`)
    .join("\n")}\n{ shelves { name } }\n`;
  return rowsOf(parseQuestion("books", text), data).map((row) => Object.values(row));
}

const columns = "columns: { shelf: s, book: b, year: y, by: p }";

test("a row an item, with values from above, from itself and from lists below", () => {
  const header = `${columns}
rows:
  - each: shelves.books
    shelf: shelves.name
    book: .name
    year: .year | .printed
    by: .by.name`;
  expect(rows(header)).toEqual([
    ["top", "b", "2013", "X; Y"],
    ["top", "a", 2010, null],
    [null, "c", 1999, "Z"],
  ]);
});

test("row sets follow each other, with constants, and without what must have a value", () => {
  const header = `${columns}
rows:
  - each: shelves
    shelf!: .name
    book: =the shelf
  - each: shelves.books.by
    book: shelves.books.name
    by: .name`;
  expect(rows(header)).toEqual([
    ["top", "the shelf", null, null],
    ["low", "the shelf", null, null],
    [null, "b", null, "X"],
    [null, "b", null, "Y"],
    [null, "b", null, "X"],
    [null, "c", null, "Z"],
  ]);
});

test("equal rows once, in order, empty cells last", () => {
  const header = `${columns}
rows:
  - each: shelves.books.by
    by: .name
  - each: shelves.books
    year: .printed
    by: =-
order: [year, by]
distinct: true`;
  expect(rows(header)).toEqual([
    [null, null, "2000", "-"],
    [null, null, "2013", "-"],
    [null, null, null, "-"],
    [null, null, null, "X"],
    [null, null, null, "Y"],
    [null, null, null, "Z"],
  ]);
});

test("an answer without data has no rows", () => {
  const question = parseQuestion(
    "x",
    "# title: T\n# description: D\n# columns: { a: b }\n# rows: [{ each: a.b }]\n{ a }",
  );
  expect(rowsOf(question, null)).toEqual([]);
});

test.each([
  ["# title: T\n{ a }", "description"],
  [
    "# title: T\n# description: D\n# columns: { a: b }\n# rows: [{ each: a, c: .d }]\n{ a }",
    "c is not among the columns",
  ],
  [
    "# title: T\n# description: D\n# columns: { a: b }\n# rows: [{ each: a }]\n# order: [z]\n{ a }",
    "z is not among the columns",
  ],
  ["# title: T\n# description: D\n# columns: { a: b }\n# rows: []\n# colour: red\n{ a }", "colour"],
])("a wrong header is named: %j", (text, message) => {
  expect(() => parseQuestion("broken", text)).toThrow(message);
  expect(() => parseQuestion("broken", text)).toThrow("questions/broken.graphql");
});
