import { describe, expect, it } from "vitest";
import { identify, type ExtractedDocument } from "../../../ingest/claims/identify.ts";
import type { DocumentKind } from "../../../ingest/clauses/clause.ts";
import { document, records, statementRecord } from "../material.ts";

const curated = records({ statements: [statementRecord] });
const other = "b".repeat(64);
const third = "c".repeat(64);
const titled = (value: string, kind: DocumentKind = "joint_statement"): Partial<ExtractedDocument> => ({
  kind,
  facts: { ...document().facts, title: { value, span: { start: 0, end: 1 }, rule: "title" } },
});

/** Per identified text: id, the file in use, twins and other copies. */
function summary(documents: readonly ExtractedDocument[], known = curated): string[] {
  const names = (list: readonly ExtractedDocument[]) => list.map((item) => item.document.file).join("+") || "-";
  return identify(documents, known).map(
    ({ id, used, twins, otherCopies }) => `${id} ${used?.document.file ?? "-"} ${names(twins)} ${names(otherCopies)}`,
  );
}

describe("identify", () => {
  it.each<[string, ExtractedDocument[], string[]]>([
    ["a record without a document", [], ["statement:forum-6 - - -"]],
    ["the copy that the record was made from", [document()], ["statement:forum-6 forum.txt - -"]],
    [
      "two files with the same bytes",
      [document({ file: "b.txt" }), document({ file: "a.txt" })],
      ["statement:forum-6 a.txt b.txt -"],
    ],
    [
      "another copy of the curated statement",
      [document({ file: "scan.txt", sha256: other })],
      ["statement:forum-6 - - scan.txt"],
    ],
    [
      "another text of the meeting",
      [document({ file: "ai.txt", sha256: other, ...titled("Statement on Mine Action") })],
      ["statement:forum-6 - - -", "statement:forum-6-statement-on-mine-action ai.txt - -"],
    ],
    [
      "a report",
      [document({ file: "news/Day One.md", sha256: other, kind: "news_article" })],
      ["report:day-one news/Day One.md - -", "statement:forum-6 - - -"],
    ],
  ])("%s", (_, documents, expected) => {
    expect(summary(documents)).toEqual(expected);
  });

  it("takes a document as the text of a record that was made from no copy", () => {
    const { sha256, clauses, ...unread } = statementRecord;
    expect([sha256?.length, clauses?.length]).toEqual([64, 2]);
    const copies = [document({ file: "z.txt", sha256: other }), document({ file: "a.txt", sha256: third })];
    expect(summary(copies, records({ statements: [unread] }))).toEqual(["statement:forum-6 z.txt - a.txt"]);
  });

  it.each([
    ["adopted text", "statement:forum-6"],
    ["press", "report:forum"],
  ] as const)("knows a page by the address at which its text is registered: %s", (kind, id) => {
    const address = "https://forum.example/a";
    const { sha256, clauses, ...unread } = statementRecord;
    expect([sha256?.length, clauses?.length]).toEqual([64, 2]);
    const source = { id: "source:forum", publisher: "Forum", title: "The text", address, kind };
    const page = document({ kind: "news_article", facts: { ...document().facts, meeting: null } });
    const known = records({ statements: [unread], sources: [source] });
    const [found] = identify([{ ...page, document: { ...page.document, address } }], known).filter(({ used }) => used);
    expect(found?.id).toBe(id);
  });

  it("takes the first by hash where two copies have no record", () => {
    const copies = [document({ file: "z.txt", sha256: other }), document({ file: "a.txt", sha256: third })];
    expect(summary(copies, records({}))).toEqual(["statement:forum-6 z.txt - a.txt"]);
  });

  it("does not depend on the order of the documents", () => {
    const documents = [
      document(),
      document({ file: "scan.txt", sha256: other }),
      document({ file: "mines.txt", sha256: third, ...titled("Statement on Mine Action") }),
    ];
    expect(summary(documents.toReversed())).toEqual(summary(documents));
  });
});
