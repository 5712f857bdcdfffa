import { expect, test } from "vitest";
import { lighter } from "../../src/api/lighter.ts";

test.each<[string, string, string]>([
  ["indentation", "MATCH (n)\n  WHERE n.id = 1\n    RETURN n", "MATCH (n)\nWHERE n.id = 1\nRETURN n"],
  [
    "an element id before the id",
    "node: {__resolveType: 'Statement', __id: elementId(this3), name: this3.name, id: this3.id}",
    "node: {__resolveType: 'Statement', name: this3.name, id: this3.id}",
  ],
  [
    "an element id after the id",
    "this1 { .name, .id, __resolveType: 'Statement', __id: elementId(this1) } AS var2",
    "this1 { .name, .id, __resolveType: 'Statement' } AS var2",
  ],
  ["each of several", "{__id: elementId(a), id: a.id} {__id: elementId(b), id: b.id}", "{id: a.id} {id: b.id}"],
])("%s goes", (_, query, expected) => {
  expect(lighter(query)).toBe(expected);
});

test.each([
  ["the id is not read", "{__resolveType: 'Place', __id: elementId(this3), name: this3.name}"],
  ["another node's id is read", "{__id: elementId(this3), id: this4.id}"],
  ["a longer name begins alike", "this { .ids, __id: elementId(this) }"],
  ["the id is read elsewhere", "{__id: elementId(a), name: a.name} {id: a.id}"],
])("an element id stays where %s", (_, query) => {
  expect(lighter(query)).toBe(query);
});
