import { parse } from "graphql";
import { expect, test } from "vitest";
import { createDocumentStore } from "../../src/api/document-store.ts";

test("the documents used last are kept", async () => {
  const store = createDocumentStore(2);
  const documents = { a: parse("{ a }"), b: parse("{ b }"), c: parse("{ c }") };
  await store.set("a", documents.a);
  await store.set("b", documents.b);
  expect(await store.get("a")).toBe(documents.a);
  await store.set("c", documents.c);
  expect(await store.get("b")).toBeUndefined();
  expect(await store.get("a")).toBe(documents.a);
  expect(await store.get("c")).toBe(documents.c);
  expect(await store.delete("c")).toBe(true);
  expect(await store.get("c")).toBeUndefined();
});
