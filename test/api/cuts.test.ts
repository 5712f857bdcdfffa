import * as fc from "../random.ts";
import { buildSchema, graphql } from "graphql";
import { expect, test } from "vitest";
import { cursorAt, cutLists, newCutLog, positionOf } from "../../src/api/cuts.ts";

const schema = buildSchema(`
  type Query { shelf: Shelf }
  type Shelf { books(limit: Int): [Book!]! booksConnection(first: Int, after: String): Page! }
  type Book { name: String! pages(limit: Int): [Book!]! }
  type Page { edges: [Edge!]! totalCount: Int pageInfo: PageInfo! }
  type Edge { cursor: String! node: Book! }
  type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String }
`);
cutLists(schema);

const pages = (...names: readonly string[]) => names.map((name) => ({ name }));
const books = [
  { name: "a", pages: pages("1", "2", "3") },
  { name: "b", pages: pages("1") },
  { name: "c", pages: pages("1", "2", "3", "4") },
];
const shelf = {
  books,
  booksConnection: { edges: books.map((node) => ({ node })), totalCount: 9 },
};

async function ask(source: string) {
  const cutLog = newCutLog();
  const { data, errors } = await graphql({ schema, source, rootValue: { shelf }, contextValue: { cutLog } });
  expect(errors).toBeUndefined();
  return { shelf: JSON.parse(JSON.stringify(data?.shelf)) as unknown, cuts: cutLog.cuts() };
}

test("a list with a row too many loses it and is named", async () => {
  expect(await ask("{ shelf { books(limit: 3) { name } } }")).toEqual({
    shelf: { books: pages("a", "b") },
    cuts: [{ list: "shelf.books", limit: 2, times: 1 }],
  });
});

test("a list that has room is left as it is", async () => {
  expect(await ask("{ shelf { books(limit: 4) { name } } }")).toEqual({
    shelf: { books: pages("a", "b", "c") },
    cuts: [],
  });
});

test("lists at one place are counted together, under the key of the answer", async () => {
  const { cuts } = await ask("{ shelf { all: books(limit: 4) { pages(limit: 3) { name } } } }");
  expect(cuts).toEqual([{ list: "shelf.all.pages", limit: 2, times: 2 }]);
});

test("a page names its neighbours, whatever its fields are called and wherever they stand", async () => {
  const source = `{ shelf { page: booksConnection(first: 3, after: "${cursorAt(4)}") { ...F e: edges { c: cursor } total: totalCount } } }
    fragment F on Page { edges { node { title: name } } info: pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  expect(await ask(source)).toEqual({
    shelf: {
      page: {
        edges: [{ node: { title: "a" } }, { node: { title: "b" } }],
        info: { hasNextPage: true, hasPreviousPage: true, startCursor: cursorAt(5), endCursor: cursorAt(6) },
        e: [{ c: cursorAt(5) }, { c: cursorAt(6) }],
        total: 9,
      },
    },
    cuts: [{ list: "shelf.page", limit: 2, times: 1 }],
  });
});

test("the last page has nothing after it", async () => {
  const { shelf: last } = await ask(
    "{ shelf { booksConnection(first: 4) { pageInfo { hasNextPage hasPreviousPage endCursor } } } }",
  );
  expect(last).toEqual({
    booksConnection: { pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: cursorAt(2) } },
  });
});

test("cursors are there and back", () => {
  fc.assert(fc.property(fc.nat(1_000_000), (position) => positionOf(cursorAt(position)) === position));
});

test("only what cursorAt made is a cursor", () => {
  fc.assert(
    fc.property(fc.string(), (text) =>
      [null, text].includes(positionOf(text) === null ? null : cursorAt(positionOf(text) ?? -1)),
    ),
  );
});
