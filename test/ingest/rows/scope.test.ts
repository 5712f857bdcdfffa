import { expect, it } from "vitest";
import { scopeOfTitle } from "../../../ingest/rows/scope.ts";

it.each([
  ["Joint Statement by the ASEAN Defence Ministers' Meeting Plus (ADMM-PLUS)", "general"],
  ["Chairman's Statement on the Fourth ASEAN Defence Ministers' Meeting-Plus", "general"],
  ["Joint Statement of the Third Forum", "general"],
  ["Joint Statement by the Ministers on Disease Outbreaks", null],
  ["Joint Declaration of the Ministers: Together for Calm Seas", null],
  ["Bandar Seri Begawan Declaration", null],
  [null, null],
])("the scope that '%s' tells is %s", (title, scope) => {
  expect(scopeOfTitle(title)).toBe(scope);
});
