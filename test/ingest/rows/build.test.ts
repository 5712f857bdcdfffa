import { describe, expect, it } from "vitest";
import type { ExtractedDocument } from "../../../ingest/claims/identify.ts";
import type { Registry } from "../../../ingest/registry/registry.ts";
import { buildGraph } from "../../../ingest/rows/build.ts";
import type { Properties } from "../../../ingest/rows/row.ts";
import { graphHash } from "../../../ingest/rows/canonical.ts";
import { clauses, document, mentions, records, statementRecord } from "../material.ts";

const curated = { sources: ["source:forum", "source:mirror"], confidence: "document" as const };
const registryOf = (withStatement: boolean): Registry => ({
  records: records({
    sources: [
      { id: "source:mirror", publisher: "A mirror", title: "Its copy", kind: "press" },
      {
        id: "source:forum",
        publisher: "The forum",
        title: "Its page",
        kind: "adopted text",
        copyOf: "statement:forum-6",
      },
    ].filter((source) => withStatement || !("copyOf" in source)) as never,
    series: [{ id: "series:forum", name: "Forum", level: "ministers", ...curated }],
    meetings: [
      {
        id: "meeting:forum-6",
        name: "6th Forum",
        series: "series:forum",
        ordinal: 6,
        heldOn: "2012-05-30",
        outcome: "adopted",
        ...curated,
      },
    ],
    instruments: [
      { id: "instrument:bali-treaty", name: "Treaty of Bali", kind: "treaty", status: "in force", ...curated },
    ],
    statements: withStatement ? [statementRecord] : [],
  }),
  nameOf: new Map(),
  names: [],
});

const graph = (documents: readonly ExtractedDocument[], withStatement = true) =>
  buildGraph(registryOf(withStatement), documents, []);
const edgesOf = (type: string, { rows }: ReturnType<typeof graph>): ({ from: string; to: string } & Properties)[] =>
  rows.edges.filter((edge) => edge.type === type).map(({ from, to, properties }) => ({ from, to, ...properties }));
const nodeOf = (id: string, { rows }: ReturnType<typeof graph>) =>
  rows.nodes.find((node) => node.id === id)?.properties;

const citation = {
  from: "clause:forum-6/pre-2",
  to: "instrument:bali-treaty",
  surface: "Bali Treaty",
  start: 35,
  end: 46,
  verb: "WELCOMING",
  manner: "welcome",
  role: "object",
  basis: "text",
};

describe("the graph of a statement", () => {
  it("has clauses and citations without text from the record alone", () => {
    const built = graph([]);
    expect(edgesOf("CITES", built)).toEqual([{ ...citation, rule: "curated", sources: ["source:forum"] }]);
    expect(nodeOf("clause:forum-6/pre-2", built)).toEqual({
      ordinal: 2,
      part: "preambular",
      role: "clause",
      position: 2,
      lead: "WELCOMING",
      manner: "welcome",
      leads: ["WELCOMING"],
      start: 21,
      end: 47,
      summary: "Is glad of the treaty.",
    });
  });

  it("has them once, with the text, from record and document together", () => {
    const built = graph([document()]);
    expect(edgesOf("CITES", built).map(({ rule }) => rule)).toEqual(["curated"]);
    expect(nodeOf("clause:forum-6/pre-2", built)).toMatchObject({
      summary: "Is glad of the treaty.",
      text: "WELCOMING the Bali Treaty;",
    });
    expect(edgesOf("MENTIONS", built).map(({ to }) => to)).toEqual(["meeting:forum-6"]);
    expect(built.problems).toEqual([]);
  });

  it("has them from the document alone, with the file as source", () => {
    const built = graph([document()], false);
    expect(edgesOf("CITES", built)).toEqual([{ ...citation, rule: "names", sources: ["source:forum-txt"] }]);
    expect(nodeOf("source:forum-txt", built)).toMatchObject({ title: "Statement of the Sixth Forum" });
  });

  it("has clauses from the document of a record that knew citations only, each once", () => {
    const { sha256, clauses: unused, ...unread } = statementRecord;
    expect([sha256?.length, unused?.length]).toEqual([64, 2]);
    const registry = registryOf(true);
    const loose = { verb: "welcoming", manner: "welcome", locator: "preamble", basis: "text" } as const;
    const statements = [
      { ...unread, textRead: "none" as const, citations: [{ cites: "instrument:bali-treaty", ...loose }] },
    ];
    const known = { ...registry, records: { ...registry.records, statements } };
    expect(edgesOf("CITES", buildGraph(known, [], [])).map(({ from }) => from)).toEqual(["statement:forum-6"]);
    const built = buildGraph(known, [document()], []);
    expect(edgesOf("CITES", built).map(({ from }) => from)).toEqual(["clause:forum-6/pre-2"]);
    expect(nodeOf("statement:forum-6", built)).toMatchObject({ textRead: "whole", textLoaded: true });
    expect(built.problems.filter(({ rule }) => rule === "copy-differs")).toEqual([]);
  });

  it("counts citations by instrument", () => {
    expect(edgesOf("CITES_INSTRUMENT", graph([]))).toEqual([
      {
        from: "statement:forum-6",
        to: "instrument:bali-treaty",
        times: 1,
        parts: ["preambular"],
        manners: ["welcome"],
        basis: "text",
      },
    ]);
  });

  it.each<[string, Partial<ExtractedDocument>, string[]]>([
    ["misses a curated citation", { mentions: mentions.slice(0, 1) }, ["mention-missed"]],
    [
      "resolves it otherwise",
      { mentions: mentions.map((item) => ({ ...item, id: item.id.replace("bali-treaty", "tac") })) },
      ["mention-differs"],
    ],
    [
      "draws a clause elsewhere",
      { clauses: clauses.map((clause) => ({ ...clause, end: clause.end - (clause.position === 2 ? 1 : 0) })) },
      ["clause-differs"],
    ],
  ])("keeps the record and says so where extraction %s", (_, changes, rules) => {
    const built = graph([document(changes)]);
    expect(edgesOf("CITES", built).map(({ to }) => to)).toEqual(["instrument:bali-treaty"]);
    expect(built.problems.map(({ rule }) => rule)).toEqual(rules);
  });

  it("compares another copy instead of taking it in", () => {
    const scan = document({ file: "scan.txt", sha256: "b".repeat(64), mentions: [], clauses: clauses.slice(1) });
    const built = graph([scan]);
    expect(built.problems.map(({ rule, file }) => `${file} ${rule}`)).toEqual([
      "scan.txt copy-differs",
      "scan.txt copy-differs",
    ]);
    expect(edgesOf("HAS_COPY_OF", built).map(({ from }) => from)).toEqual(["source:forum", "source:scan-txt"]);
    expect(edgesOf("CITES", built)).toHaveLength(1);
  });
});

describe("the graph as a whole", () => {
  it("gives a meeting that only a text names a node of its own", () => {
    const foretold = { ...mentions[0], id: "meeting:forum-7", surface: "Seventh Forum" } as (typeof mentions)[number];
    const built = graph([document({ mentions: [...mentions, foretold] })]);
    expect(nodeOf("meeting:forum-7", built)).toEqual({
      name: "Seventh Forum",
      aliases: [],
      confidence: "document",
      disputed: [],
      outcome: "unknown",
      ordinal: 7,
    });
    expect(edgesOf("IN_SERIES", built).map(({ from }) => from)).toEqual(["meeting:forum-6", "meeting:forum-7"]);
  });

  it("leaves an edge to nothing out and says so", () => {
    const unknown = { ...mentions[0], id: "person:nobody" } as (typeof mentions)[number];
    const built = graph([document({ mentions: [unknown] })]);
    expect(built.problems.filter(({ severity }) => severity === "error").map(({ rule }) => rule)).toEqual([
      "dangling-edge",
    ]);
  });

  it("shows that record and text disagree on the day of the meeting", () => {
    const built = graph([document()]);
    expect(nodeOf("meeting:forum-6", built)).toMatchObject({ heldOn: "2012-05-30", disputed: ["heldOn"] });
    const claims = built.rows.nodes.filter(
      ({ id, properties }) => id.startsWith("claim:") && properties.property === "heldOn",
    );
    expect(claims.map(({ properties }) => [properties.value, properties.standing]).sort()).toEqual([
      ["2012-05-29", "disputed"],
      ["2012-05-30", "shown"],
    ]);
  });

  it("is the same whatever the order of the documents", () => {
    const documents = [
      document(),
      document({ file: "scan.txt", sha256: "b".repeat(64) }),
      document({ file: "news.txt", sha256: "c".repeat(64), kind: "news_article" }),
    ];
    expect(graphHash(graph(documents.toReversed()).rows)).toBe(graphHash(graph(documents).rows));
  });
});
