import * as fc from "../random.ts";
import { expect, test } from "vitest";
import { csvLines, csvRecord } from "../../src/export/csv.ts";

test.each([
  [["a", "b"], "a,b"],
  [["", null, 0, false], ",,0,false"],
  [["a,b", 'say "a"', "a\nb", "a\r\nb"], '"a,b","say ""a""","a\nb","a\r\nb"'],
  [["=1+1", "+a", "-a", "@a"], "'=1+1,'+a,'-a,'@a"],
  [["\t=1", "\r=1"], `'\t=1,"'\r=1"`],
  [["=a,b"], `"'=a,b"`],
  [[-5], "-5"],
  [[" =1", "a=1"], " =1,a=1"],
])("%j", (cells, expected) => {
  expect(csvRecord(cells)).toBe(expected);
});

test("each record ends its line", () => {
  expect(csvLines(["a,b", "c,d"])).toBe("a,b\r\nc,d\r\n");
});

test("a record reads back as the cells that were written", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", "\r", " ", "é") });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
      const written = cells.map((text) => (text.startsWith("\r") ? `'${text}` : text));
      expect(read(csvRecord(cells))).toEqual(written);
    }),
  );
});

/** A reader of one record, by the grammar of RFC 4180. */
function read(record: string): readonly string[] {
  const cells = `,${record}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/gy);
  return [...cells].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}
