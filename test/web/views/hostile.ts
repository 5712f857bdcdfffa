import { expect, it } from "vitest";
import type { Explorer } from "../explorer.ts";
import { settled } from "../explorer.ts";

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

  it("makes no link of an address that is none", () =>
    visit("/instrument/hostile", async ({ page }) => {
      await settled(page);
      expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
    }));
}
