import * as fc from "../random.ts";
import { describe, expect, it } from "vitest";
import { addressOf, placeOf } from "../../web/addresses.ts";
import { graphiqlAddress, queryOf, queryToCopy } from "../../web/ask/operation.ts";
import { csvText } from "../../web/parts/csv.ts";
import { piecesOf } from "../../web/parts/pieces.ts";
import { drawingOf } from "../../web/views/graph/drawing.ts";
import { placeNodes } from "../../web/views/graph/place-nodes.ts";
import { svgText } from "../../web/views/graph/svg.ts";
import { counted, dateText, listText, periodText, propertyText } from "../../web/words.ts";

/*
 * What the explorer works out without a browser.
 */

const span = (start: number, end: number, id: string) => ({ start, end, kind: "citation" as const, id, name: id });

describe("the marks in a text", () => {
  it.each([
    ["none", [], [[0, 9, ""]]],
    [
      "beside each other",
      [span(1, 3, "a"), span(3, 5, "b")],
      [
        [0, 1, ""],
        [1, 3, "a"],
        [3, 5, "b"],
        [5, 9, ""],
      ],
    ],
    [
      "inside each other, the longest first",
      [span(2, 4, "b"), span(0, 6, "a")],
      [
        [0, 2, "a"],
        [2, 4, "ab"],
        [4, 6, "a"],
        [6, 9, ""],
      ],
    ],
    [
      "across each other",
      [span(0, 4, "a"), span(2, 6, "b")],
      [
        [0, 2, "a"],
        [2, 4, "ab"],
        [4, 6, "b"],
        [6, 9, ""],
      ],
    ],
    ["outside the text are left out", [span(-1, 3, "a"), span(4, 12, "b"), span(5, 5, "c")], [[0, 9, ""]]],
  ] as const)("%s", (_, spans, pieces) => {
    const found = piecesOf(9, spans).map(({ start, end, covers }) => [start, end, covers.map(({ id }) => id).join("")]);
    expect(found).toEqual(pieces);
  });

  it("give the whole text again, whatever the spans", () => {
    const ends = fc.array(fc.tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(ends, (spans) => {
        const pieces = piecesOf(
          10,
          spans.map(([start, end]) => span(start, end, "x")),
        );
        expect(pieces.map(({ start, end }) => "0123456789".slice(start, end)).join("")).toBe("0123456789");
      }),
    );
  });
});

describe("a table as CSV", () => {
  it("quotes, and defuses what a spreadsheet would take for a formula", () => {
    const columns = [
      { key: "a", title: "A", value: ([a]: readonly [string | null, number]) => a },
      { key: "b", title: "B", value: ([, b]: readonly [string | null, number]) => b },
    ];
    expect(
      csvText(columns, [
        ['say "x", y', 1],
        ["=1+1", -2],
        [null, 0],
        ["@x", 3],
      ]),
    ).toBe('a,b\r\n"say ""x"", y",1\r\n\'=1+1,-2\r\n,0\r\n\'@x,3\r\n');
  });
});

describe("an address", () => {
  it.each([
    ["clause:admm-plus-12/op-8", "/statement/admm-plus-12#op-8"],
    ["instrument:tac", "/instrument/tac"],
    ["working-group:cyber-security", "/working-group/cyber-security"],
    ["person:a/../b", "/person/a%2F..%2Fb"],
    ["source:page", null],
    ["nothing", null],
  ])("of %s", (id, address) => {
    expect(addressOf(id)).toBe(address);
  });

  it("of a place in a document", () => {
    expect(placeOf("clause:admm-plus-12/op-8")).toBe("op-8");
  });
});

describe("a query", () => {
  const query = { name: "q", text: "# title: A question\n# rows: none\nquery Q($id: ID!) {\n  # kept\n  a\n}\n" };

  it("is sent without the header of its file, and copied with its variables", () => {
    expect(queryOf(query)).toBe("query Q($id: ID!) {\n  # kept\n  a\n}\n");
    expect(queryToCopy(query, { id: "x:y" })).toBe('query Q($id: ID! = "x:y") {\n  # kept\n  a\n}\n');
  });

  it("goes to GraphiQL after a question mark, and after a number sign where it is long", () => {
    expect(graphiqlAddress(query, { id: "x" })).toMatch(/^\/graphiql\?query=query\+Q/);
    expect(graphiqlAddress({ name: "long", text: "a ".repeat(3_000) }, {})).toMatch(/^\/graphiql#query=/);
  });
});

describe("words", () => {
  it.each([
    [dateText("2013"), "2013"],
    [dateText("2013-06"), "June 2013"],
    [dateText("2013-06-08"), "8 June 2013"],
    [dateText(null), "–"],
    [periodText("2013", "2014-06"), "2013 – June 2014"],
    [periodText("2013", null), "from 2013"],
    [periodText(null, "2014"), "until 2014"],
    [periodText(null, null), "dates not known"],
    [counted(1, "clause"), "1 clause"],
    [counted(12_000, "clause"), "12,000 clauses"],
    [listText(["a", "b", "c"]), "a, b and c"],
    [listText([]), ""],
    [propertyText("parties.signedOn"), "parties, signed on"],
  ])("%s", (said, expected) => {
    expect(said).toBe(expected);
  });
});

describe("the picture of a neighbourhood", () => {
  const nodes = [
    { id: "a", name: "A <b>&\u0000", parent: null },
    ...Array.from({ length: 1_000 }, (_, index) => ({
      id: `n${index}`,
      name: "n",
      parent: index < 500 ? "a" : `n${index - 500}`,
    })),
  ];

  it("gives every node a place of its own", () => {
    const points = placeNodes(nodes);
    expect(points.size).toBe(1_001);
    expect(new Set([...points.values()].map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`)).size).toBe(1_001);
    expect(points.get("a")).toEqual({ x: 0, y: 0 });
  });

  it("is SVG in which names are text", () => {
    const colours = { ink: "black", paper: "white", rule: "grey", quiet: "grey", accent: "teal" };
    const picture = { nodes: nodes.slice(0, 1), edges: [] };
    const text = svgText(drawingOf(picture, placeNodes(picture.nodes), colours));
    expect(text).toContain(">A &lt;b&gt;&amp;</text>");
  });
});
