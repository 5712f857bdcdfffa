import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readBytes } from "../../../ingest/documents/read.ts";
import { extract } from "../../../ingest/extract.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";

const { registry } = readRegistry(join(import.meta.dirname, "..", "..", "..", "data"));

const clean =
  "REAFFIRMING the Treaty of Amity and Cooperation in Southeast Asia (TAC), the ASEAN Defence Ministers’ Meeting (ADMM), the ASEAN Charter and the first ASEAN Defence Ministers’ Meeting-Plus in Việt Nam;";

async function idsIn(text: string): Promise<readonly string[]> {
  const { document } = await readBytes(Buffer.from(`Joint Declaration\n\n${text}\n`), "a.txt");
  return document ? extract(document, registry).mentions.map(({ id }) => id) : [];
}

describe("names in noisy text", () => {
  it.each<[name: string, text: string]>([
    ["zero-width blanks", clean.replaceAll(" ", " \u200b").replace("Treaty", "Tre\u200baty")],
    ["word joiners", clean.replace("Charter", "Char\u2060ter")],
    ["soft hyphens", clean.replace("Cooperation", "Coope\u00adration")],
    ["hard blanks", clean.replaceAll(" ", "\u00a0")],
    ["ligatures", clean.replaceAll("fi", "ﬁ")],
    ["straight apostrophes", clean.replaceAll("’", "'")],
    ["primes", clean.replaceAll("’", "′")],
    ["grave accents for apostrophes", clean.replaceAll("’", "`")],
    ["acute accents for apostrophes", clean.replaceAll("’", "´")],
    ["wide parentheses", clean.replaceAll("(", "（").replaceAll(")", "）")],
    ["wide letters", clean.replace("ADMM", "ＡＤＭＭ")],
    ["decomposed Vietnamese", clean.normalize("NFD")],
    ["hard hyphens", clean.replace("Meeting-Plus", "Meeting\u2011Plus")],
    ["marks of direction", clean.replace("ASEAN Charter", "\u200eASEAN\u200f Charter")],
    ["Unicode line ends", clean.replace("Amity and", "Amity and\u2028")],
    ["Thai around them", `ประเทศไทย ${clean} อาเซียน`],
    ["Thai without a blank between", clean.replace("(TAC)", "(TAC)ความร่วมมือ")],
    ["Khmer before them", `ព្រះរាជាណាចក្រកម្ពុជា ${clean}`],
    ["Burmese before them", `မြန်မာနိုင်ငံ ${clean}`],
  ])("are found among %s as in clean text", async (_, text) => {
    const expected = await idsIn(clean);
    expect(expected).toContain("instrument:tac");
    expect(expected).toContain("meeting:admm-plus-1");
    expect(await idsIn(text)).toEqual(expected);
  });
});
