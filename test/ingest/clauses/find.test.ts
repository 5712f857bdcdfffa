import { describe, expect, it } from "vitest";
import { findClauses } from "../../../ingest/clauses/find.ts";
import { layOut } from "../../../ingest/text/blocks.ts";

const read = (...lines: string[]) => {
  const raw = lines.join("\n");
  const { kind, clauses, problems } = findClauses(layOut(raw, "a.txt"), "a.txt");
  return {
    kind,
    problems,
    units: clauses.map(({ role, start, end }) => `${role}: ${raw.slice(start, end)}`),
    clauses,
    raw,
  };
};

const title = "Joint Statement on Harbours";
const opening = "The Ministers met in the capital on 1 May 2010 and spoke of harbours;";

describe("statements", () => {
  it("open a clause by its lead, whatever the number says", () => {
    const { clauses } = read(
      `## ${title}`,
      "",
      `- 1. ${opening}`,
      "- RECALLING the Charter;",
      "- 3. **NOTING** that ships are many:",
      "- 4. MINDFUL of storms; and",
      "## **WE HEREBY COMMIT TO:**",
      "- 1. **PROMOTE** quiet;",
      "- DEVELOP charts; and",
      "- 3. CONTINUE.",
      "**ADOPTED** in Penang on 1 May 2010.",
    );
    expect(clauses.map(({ part, role, position, number, lead }) => [part, role, position, number, lead])).toEqual([
      ["other", "title", 1, null, null],
      ["preambular", "opening", 1, "1.", null],
      ["preambular", "clause", 2, null, "RECALLING"],
      ["preambular", "clause", 3, "3.", "NOTING"],
      ["preambular", "clause", 4, "4.", "MINDFUL"],
      ["other", "enacting_formula", 2, null, null],
      ["operative", "clause", 1, "1.", "PROMOTE"],
      ["operative", "clause", 2, null, "DEVELOP"],
      ["operative", "clause", 3, "3.", "CONTINUE"],
      ["other", "adoption", 3, null, null],
    ]);
  });

  it("set items below the clause whose number they go on from", () => {
    const { clauses } = read(
      `## ${title}`,
      opening,
      "RECALLING the Charter;",
      "WE HEREBY AGREE TO:",
      "1.1 Establish two lists:",
      "1.1.1 a list of ships;",
      "1.1.2 a list of ports.",
      "1.2 Promote quiet.",
    );
    expect(clauses.slice(4).map(({ role, number, parent }) => [role, number, parent])).toEqual([
      ["clause", "1.1", null],
      ["list_item", "1.1.1", 4],
      ["list_item", "1.1.2", 4],
      ["clause", "1.2", null],
    ]);
  });

  it.each([
    [
      "KAMI, para Menteri;",
      "MENGINGATI jiran;",
      "DENGAN INI BERSETUJU:",
      "DITERIMA PAKAI di Kuala Lumpur pada 1 Mei 2010.",
    ],
    [
      "Nous, Ministres de la défense,",
      "Rappelant le passé ;",
      "Sommes convenus de ce qui suit :",
      "Fait à Paris, le 1 mai 2010.",
    ],
    [
      "CHÚNG TÔI, các Bộ trưởng;",
      "NHẮC LẠI quá khứ;",
      "ĐÃ NHẤT TRÍ NHƯ SAU:",
      "THÔNG QUA tại Hà Nội ngày 1 tháng 5 năm 2010.",
    ],
  ])("are read in the languages of the region: %s", (first, recalled, formula, adopted) => {
    const { units } = read("Joint Statement", "", first, "", recalled, "", formula, "", adopted);
    expect(units).toEqual([
      "title: Joint Statement",
      `opening: ${first}`,
      `clause: ${recalled}`,
      `enacting_formula: ${formula}`,
      `adoption: ${adopted}`,
    ]);
  });

  it("give the line below an annex's label as its heading where text follows", () => {
    const { units } = read(
      `## ${title}`,
      opening,
      "RECALLING the Charter;",
      "WE HEREBY AGREE TO:",
      "PROMOTE quiet.",
      "ADOPTED in Penang on 1 May 2010.",
      "",
      "Annex I",
      "List of bells",
      "",
      "1. Each port has one.",
    );
    expect(units.slice(-3)).toEqual(["heading: Annex I", "heading: List of bells", "paragraph: Each port has one."]);
  });

  it("report a number that the scan lost", () => {
    const { problems, raw } = read(
      title,
      "",
      `1. ${opening}`,
      "RECALLING the Charter;",
      "3. NOTING that ships are many;",
      "4. MINDFUL of storms;",
      "WE HEREBY AGREE TO:",
      "1. PROMOTE quiet.",
    );
    expect(problems).toMatchObject([
      { rule: "number-lost", severity: "note", span: { start: raw.indexOf("RECALLING") } },
    ]);
    expect(problems[0]?.message).toContain("it is 2.");
  });

  it("hang lettered items on the clause above them", () => {
    const { clauses } = read(
      title,
      opening,
      "RECALLING the Charter;",
      "WE HEREBY AGREE TO:",
      "1. STRENGTHEN the following:",
      "   a. buoys;",
      "   b. lights; and",
      "2. PROMOTE quiet.",
    );
    expect(clauses.slice(-4).map(({ role, number, parent }) => [role, number, parent])).toEqual([
      ["clause", "1.", null],
      ["list_item", "a.", 4],
      ["list_item", "b.", 4],
      ["clause", "2.", null],
    ]);
  });

  it("cut clauses that stand on one line", () => {
    const { units } = read(
      title,
      `${opening}RECALLING the Charter; NOTING the Treaty, and RECALLING its aims;`,
      "WE HEREBY AGREE TO:",
      "PROMOTE quiet; and STRENGTHEN charts.",
    );
    expect(units.slice(1)).toEqual([
      `opening: ${opening}`,
      "clause: RECALLING the Charter;",
      "clause: NOTING the Treaty, and RECALLING its aims;",
      "enacting_formula: WE HEREBY AGREE TO:",
      "clause: PROMOTE quiet; and",
      "clause: STRENGTHEN charts.",
    ]);
  });

  it("drop the furniture of a page and what it links to", () => {
    const { units } = read(
      "- Home",
      "- News and events",
      `- ${title}`,
      title,
      "1 May 2010",
      "",
      opening,
      "RECALLING the Charter;",
      "WE HEREBY AGREE TO:",
      "PROMOTE quiet.",
      "ADOPTED in Penang on 1 May 2010.",
      "More Resources",
      "Ministers Chart the Way",
    );
    expect(units).toEqual([
      `title: ${title}`,
      "date_line: 1 May 2010",
      `opening: ${opening}`,
      "clause: RECALLING the Charter;",
      "enacting_formula: WE HEREBY AGREE TO:",
      "clause: PROMOTE quiet.",
      "adoption: ADOPTED in Penang on 1 May 2010.",
    ]);
  });
});

describe("reports", () => {
  it("are no statements where one is only named below the text", () => {
    const about = "The forum brings the ministers of the region and of its partners together. ".repeat(4).trim();
    const { kind } = read(
      "# The Forum",
      "",
      "## About",
      "",
      about,
      "",
      "## Papers",
      "",
      "* Joint Statement by the Ministers on Bells",
    );
    expect(kind).toBe("background_page");
  });

  it("keep numbered paragraphs and the lists below them", () => {
    const { kind, clauses } = read(
      "PRESS RELEASE",
      "",
      "## MINISTERS MEET",
      "",
      "1. The ministers met for a whole day and looked at the harbour from above.",
      "2. They spoke of these things:",
      "  - a. buoys;",
      "  - b. lights.",
      "3. They then went home again, each by his own ship and on his own course.",
      "",
      "**“SAFE HARBOURS”**",
      "",
      "Ministry of Defence  ",
      "1 May 2010",
    );
    expect(kind).toBe("press_release");
    expect(clauses.map(({ part, role, number, parent }) => [part, role, number, parent])).toEqual([
      ["other", "title", null, null],
      ["other", "paragraph", "1.", null],
      ["other", "paragraph", "2.", null],
      ["other", "list_item", "a.", 2],
      ["other", "list_item", "b.", 2],
      ["other", "paragraph", "3.", null],
      ["other", "signature", null, null],
      ["other", "date_line", null, null],
    ]);
  });

  it("split a machine's date and the dateline from the first paragraph", () => {
    const { kind, units } = read(
      " date 2010-05-01 GEORGE TOWN: The ministers met, he said, and nobody knew for how long they would stay there.",
      "",
      "“We shall see,” he said at a press conference.",
    );
    expect(kind).toBe("news_article");
    expect(units).toEqual([
      "meta_line: date 2010-05-01",
      "dateline: GEORGE TOWN:",
      "paragraph: The ministers met, he said, and nobody knew for how long they would stay there.",
      "paragraph: “We shall see,” he said at a press conference.",
    ]);
  });

  it("find the title behind a machine's date", () => {
    const { kind, units } = read(
      " date 2010-05-01 Ministers look at harbours in Penang",
      "",
      "By Ann Lee",
      "",
      "The ministers met there on May 1 to look at harbours, and nobody knew for how long they would stay.",
      "",
      "They saw all of them (Photo: Sea News), and left the town before the night fell on it and on the sea.",
    );
    expect(kind).toBe("news_article");
    expect(units.slice(0, 3)).toEqual([
      "meta_line: date 2010-05-01",
      "title: Ministers look at harbours in Penang",
      "meta_line: By Ann Lee",
    ]);
  });

  it("leave out what a site says of itself, and take what the text calls itself for the title", () => {
    const { kind, units } = read(
      "An official website of the Government of the Sea",
      "",
      "This article has been migrated from an earlier page, and some of its signs may look odd to those who read it now.",
      "",
      "Immediate Release",
      "",
      "Readout of Secretary Ann B. Lee's Talks on Harbours With Her Counterparts of the Southern and of the Northern Sea, and With Those of the Straits Between the Two",
      "",
      "The Secretary met them at noon and spoke of harbours for as long as there was tea, which was long enough for all.",
    );
    expect(kind).toBe("press_release");
    expect(units.map((unit) => unit.slice(0, 20))).toEqual(["title: Readout of Se", "paragraph: The Secre"]);
  });

  it("say when nothing tells the kind", () => {
    expect(read("A line.", "Another one.").problems).toMatchObject([{ rule: "kind-uncertain", severity: "warning" }]);
  });
});
