import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";
import { overflow, settled } from "../explorer.ts";

/** What a hostile document would put into the graph: a script in its title, signs that turn the writing, ten thousand citations. */
export const hostileQueries = [
  `CREATE (s:Statement {id: "statement:hostile", name: $title, title: $title, kind: "joint_statement", issuedOn: "2025-11-01",
     issuedOnEarliest: "2025-11-01", issuedOnLatest: "2025-11-01", authority: "consensus", textRead: "whole", textLoaded: true,
     confidence: "document", disputed: []})
   CREATE (s)-[:HAS_CLAUSE]->(c:Clause {id: "clause:hostile/op-1", ordinal: 1, part: "operative", role: "clause", position: 1, lead: $title,
     manner: "note", leads: [], start: 0, end: 60000, text: reduce(text = "", n IN range(1, 10000) | text + "Pact; ")})
   CREATE (i:Instrument {id: "instrument:hostile", name: $title, aliases: [$title], kind: "treaty", status: "in force",
     officialPage: "javascript:alert(1)", confidence: "document", disputed: []})
   CREATE (s)-[:CITES_INSTRUMENT {times: 10000, parts: ["operative"], manners: ["note"], basis: "text"}]->(i)
   WITH c, i UNWIND range(0, 9999) AS n
   CREATE (c)-[:CITES {surface: "Pact", start: n * 6, end: n * 6 + 4, verb: "NOTE", manner: "note", role: "object", basis: "text", rule: "test", sources: []}]->(i)`,
  `CREATE (s:Statement {id: "statement:endless", name: "A text of a million letters", title: "A text of a million letters", kind: "joint_statement",
     issuedOn: "2025-11-02", issuedOnEarliest: "2025-11-02", issuedOnLatest: "2025-11-02", authority: "consensus", textRead: "whole",
     textLoaded: true, confidence: "document", disputed: []})
   CREATE (s)-[:HAS_CLAUSE]->(:Clause {id: "clause:endless/op-1", ordinal: 1, part: "operative", role: "clause", position: 1, lead: "NOTE",
     manner: "note", leads: ["NOTE"], start: 0, end: 1000000, text: reduce(text = "", n IN range(1, 100) | text + "x") + $title
       + reduce(text = "", n IN range(1, 1000) | text + reduce(line = "", m IN range(1, 100) | line + "unbroken.."))})`,
  // Words that overlap: the plan stands inside the name of the programme, whose last word begins another name.
  `CREATE (s:Statement {id: "statement:spans", name: "Marked words", title: "Marked words", kind: "joint_statement", issuedOn: "2025-11-03",
     issuedOnEarliest: "2025-11-03", issuedOnLatest: "2025-11-03", authority: "consensus", textRead: "whole", textLoaded: true,
     confidence: "document", disputed: []})
   CREATE (s)-[:HAS_CLAUSE]->(c:Clause {id: "clause:spans/op-1", ordinal: 1, part: "operative", role: "clause", position: 1, lead: "NOTE",
     manner: "note", leads: ["NOTE"], start: 100, end: 139, text: "NOTE the Work Plan Charter Programme now."})
   WITH c MATCH (plan:Instrument {id: "instrument:tac"}), (charter:Instrument {id: "instrument:unclos"})
   CREATE (c)-[:CITES {surface: "Work Plan Charter", start: 109, end: 126, verb: "NOTE", manner: "note", role: "object", basis: "text", rule: "test", sources: []}]->(plan)
   CREATE (c)-[:CITES {surface: "Charter Programme", start: 119, end: 136, verb: "NOTE", manner: "note", role: "object", basis: "text", rule: "test", sources: []}]->(charter)`,
] as const;

/** A title that would run, turn and break what takes it for more than text. */
export const hostileTitle = '<script>alert(1)</script><img src=x onerror=alert(2)> \u202Etxet desrever\u202C "&amp;';

/** What the explorer makes of it. */
export function hostileTests({ visit }: Explorer): void {
  it("shows a hostile document as text, its ten thousand citations page by page", () =>
    visit("/statement/hostile", async ({ page }) => {
      expect(await page.locator("h1").textContent()).toBe(hostileTitle);
      expect(await page.locator("h1 bdi").count()).toBe(1);
      expect(await page.locator("main script, main img").count()).toBe(0);
      expect(await page.locator("#op-1 .side-cite").count()).toBeLessThanOrEqual(40);
      await page.getByText("40 of 10,000 citations stand here.").waitFor();
    }));

  it("shows a text of a million letters without a break, and goes on answering", () =>
    visit("/statement/endless", async ({ page }) => {
      const text = (await page.locator("#op-1 .marked-text").textContent()) ?? "";
      expect(text.slice(100, 100 + hostileTitle.length)).toBe(hostileTitle);
      expect(text.length).toBe(1_000_100 + hostileTitle.length);
      await page.setViewportSize({ width: 360, height: 900 });
      expect(await overflow(page)).toBe(0);
      await page.getByRole("button", { name: "Copy link" }).click();
      await page.locator(".bar-said", { hasText: "Link copied" }).waitFor();
    }));

  it("marks the exact words, each with a line of its own where they overlap", () =>
    visit("/statement/spans", async ({ page }) => {
      expect(await page.locator("#op-1 .marked-text").textContent()).toBe("NOTE the Work Plan Charter Programme now.");
      const marked = await page.evaluate(
        "[...document.querySelectorAll('#op-1 .marked-text a')].map((link) => [link.textContent, link.title, link.getAttribute('href')])",
      );
      const [tac, unclos] = [
        "Treaty of Amity and Cooperation in Southeast Asia",
        "United Nations Convention on the Law of the Sea",
      ];
      expect(marked).toEqual([
        ["Work Plan ", tac, "/instrument/tac"],
        ["Charter", `${tac}; ${unclos}`, "/instrument/unclos"],
        [" Programme", unclos, "/instrument/unclos"],
      ]);
    }));

  it("is printed without what is for the screen only", () =>
    visit("/statement/spans", async ({ page }) => {
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".bar").isVisible()).toBe(false);
      expect(await page.locator(".search-box").isVisible()).toBe(false);
      expect(await page.locator("#op-1 .marked-text").isVisible()).toBe(true);
    }));

  it("finds the clause of a sentence that is pasted", () =>
    visit("/", async ({ page }) => {
      await page.getByRole("searchbox").fill("NOTE the Work Plan Charter Programme now.");
      await page.locator(".search-hits a[href='/statement/spans#op-1']").waitFor();
    }));

  it("makes no link of an address that is none", () =>
    visit("/instrument/hostile", async ({ page }) => {
      await settled(page);
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    }));
}
