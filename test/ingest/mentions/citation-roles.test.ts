import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { manners } from "../../../ingest/clauses/leads.ts";
import type { SourceDocument } from "../../../ingest/documents/document.ts";
import { readBytes } from "../../../ingest/documents/read.ts";
import { extract } from "../../../ingest/extract.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";

const { registry } = readRegistry(join(import.meta.dirname, "..", "..", "..", "data"));

/** A sentence in its surroundings: `p` a preambular clause, `o` an operative one, `r` a sentence of a report. */
const surroundings = {
  p: (sentence: string) =>
    `Joint Declaration on Calm\n\nWe, the Defence Ministers, met in the hall;\n\n${sentence};\n\nWE HEREBY AGREE TO:\n\nMeet again.\n`,
  o: (sentence: string) =>
    `Joint Declaration on Calm\n\nWe, the Defence Ministers, met in the hall;\n\nWE HEREBY AGREE TO:\n\n${sentence};\n\nMeet again.\n`,
  r: (sentence: string) =>
    `JAKARTA, Nov 3 (ANTARA) - The ministers sat down in the early morning in a quiet hall by the river.\n\n${sentence}.\n\nHe said that they would meet again.`,
};

type Row = readonly [
  where: keyof typeof surroundings,
  sentence: string,
  instrument: string,
  verb: string | null,
  manner: string | null,
  role: string,
];

/** The last instrument of each sentence with the verb that governs it, the verb's class and its role. */
const rows: readonly Row[] = [
  ["p", "RECALLING the Treaty of Amity and Cooperation in Southeast Asia", "tac", "RECALLING", "recall", "object"],
  ["p", "Recalling further the Bali Concord II", "bali-concord-ii", "Recalling further", "recall", "object"],
  ["p", "HAVING RECALLED the Manila Declaration of 1992 and the DOC", "doc", "HAVING RECALLED", "recall", "object"],
  ["p", "reaffirming our commitment to the ASEAN Charter", "asean-charter", "reaffirming", "reaffirm", "object"],
  [
    "p",
    "REAFFIRMING the right of navigation in accordance with the 1982 UNCLOS",
    "unclos",
    "REAFFIRMING",
    "reaffirm",
    "standard",
  ],
  [
    "p",
    "REAFFIRMING the right of navigation in accordance with international law, including the 1982 UNCLOS",
    "unclos",
    "REAFFIRMING",
    "reaffirm",
    "standard",
  ],
  [
    "p",
    "Reiterating our support for the ASEAN Outlook on the Indo-Pacific",
    "aoip",
    "Reiterating",
    "reiterate",
    "object",
  ],
  ["p", "RECOGNISING that the TAC has kept the peace", "tac", "RECOGNISING", "recognise", "object"],
  ["p", "Acknowledging the AOIP as our own", "aoip", "Acknowledging", "acknowledge", "object"],
  ["p", "NOTING the progress made under the ADMM Work Programme", "admm-work-programme", "NOTING", "note", "standard"],
  ["p", "TAKING NOTE of the APSC Blueprint 2025", "apsc-blueprint-2025", "TAKING NOTE", "note", "object"],
  ["p", "UNDERSCORING the importance of the UN Charter", "un-charter", "UNDERSCORING", "emphasise", "object"],
  ["p", "STRESSING the importance of the full implementation of the DOC", "doc", "STRESSING", "emphasise", "object"],
  ["p", "WELCOMING the adoption of the ASEAN Community Vision 2045", "acv-2045", "WELCOMING", "welcome", "object"],
  [
    "p",
    "WELCOMING the ASEAN Community Vision 2045 and its APSC Strategic Plan",
    "apsc-strategic-plan",
    "WELCOMING",
    "welcome",
    "object",
  ],
  [
    "p",
    "WELCOMING the APSC Strategic Plan of the ASEAN Community Vision 2045",
    "acv-2045",
    "WELCOMING",
    "welcome",
    "context",
  ],
  [
    "p",
    "COMMENDING the working groups for their contributions to the implementation of the APSC Blueprint 2025",
    "apsc-blueprint-2025",
    "COMMENDING",
    "commend",
    "context",
  ],
  [
    "p",
    "APPRECIATING the efforts of all in line with the Guidelines for Maritime Interaction",
    "gmi",
    "APPRECIATING",
    "appreciate",
    "standard",
  ],
  [
    "p",
    "DEEPLY CONCERNED that the Five-Point Consensus has not been carried out",
    "5pc",
    "DEEPLY CONCERNED",
    "express_concern",
    "object",
  ],
  ["p", "MINDFUL of the obligations of each under the SEANWFZ Treaty", "seanwfz", "MINDFUL", "mindful", "standard"],
  ["p", "GUIDED BY the principles of the ASEAN Charter", "asean-charter", "GUIDED BY", "guided_by", "standard"],
  ["p", "INSPIRED BY the Bandung Principles", "bandung-communique", "INSPIRED BY", "guided_by", "standard"],
  ["p", "PURSUANT TO the ASEAN Charter", "asean-charter", "PURSUANT", "guided_by", "standard"],
  ["p", "DESIRING to build on the Bali Concord III", "bali-concord-iii", "DESIRING", "desire", "object"],
  ["p", "CONVINCED that CUES is of use", "cues", "CONVINCED", "other", "object"],
  ["p", "Recalling the ASEAN Charter and reaffirming the TAC", "tac", "reaffirming", "reaffirm", "object"],
  [
    "p",
    "RECALLING the ASEAN Charter, and reaffirming in this regard the SEANWFZ Treaty",
    "seanwfz",
    "reaffirming",
    "reaffirm",
    "object",
  ],
  [
    "p",
    "Welcoming the AOIP while noting the concerns that were raised about the COC",
    "coc",
    "noting",
    "note",
    "object",
  ],
  [
    "p",
    "RECALLING the importance of promoting peace and upholding the UN Charter",
    "un-charter",
    "RECALLING",
    "recall",
    "object",
  ],
  [
    "p",
    "REAFFIRMING the principles enshrined in the UN Charter and the ASEAN Charter",
    "asean-charter",
    "REAFFIRMING",
    "reaffirm",
    "standard",
  ],
  [
    "p",
    "EMPHASISING the purposes and principles as reflected in the TAC",
    "tac",
    "EMPHASISING",
    "emphasise",
    "standard",
  ],
  ["p", "RECALLING the vision set forth in the Bali Concord II", "bali-concord-ii", "RECALLING", "recall", "standard"],
  [
    "p",
    "EXPRESSING APPRECIATION for the Concept Paper on the Establishment of the ADMM-Plus",
    "cp-admm-plus",
    "EXPRESSING APPRECIATION",
    "appreciate",
    "object",
  ],
  [
    "p",
    "NOTING WITH CONCERN the breaches of the Treaty of Bangkok",
    "seanwfz",
    "NOTING WITH CONCERN",
    "note",
    "object",
  ],
  ["p", "BEARING IN MIND the Sendai Framework", "sendai", "BEARING IN MIND", "mindful", "object"],
  [
    "p",
    "RECALLING our Leaders' call at the Summit for the early conclusion of the Code of Conduct in the South China Sea",
    "coc",
    "RECALLING",
    "recall",
    "object",
  ],
  [
    "p",
    "NOTING the report entitled ADMM-Plus: Principles for Membership",
    "pp-membership",
    "NOTING",
    "note",
    "context",
  ],
  ["o", "REAFFIRM our respect for the UN Charter", "un-charter", "REAFFIRM", "reaffirm", "object"],
  ["o", "UPHOLD freedom of navigation as provided for in UNCLOS", "unclos", "UPHOLD", "uphold", "standard"],
  [
    "o",
    "IMPLEMENT fully the Declaration on the Conduct of Parties in the South China Sea",
    "doc",
    "IMPLEMENT",
    "implement",
    "object",
  ],
  [
    "o",
    "Adopt the Concept Paper on the Establishment of Logistics Support Framework",
    "cp-lsf",
    "Adopt",
    "adopt",
    "object",
  ],
  ["o", "ENDORSE the ADMM Guidelines for Maritime Interaction", "gmi", "ENDORSE", "endorse", "object"],
  ["o", "TASK the ADSOM to review the ADMM Three-Year Work Programme", "admm-work-programme", "TASK", "task", "object"],
  ["o", "Support the implementation of AADMER", "aadmer", "Support", "support", "object"],
  ["o", "Encourage the voluntary use of the GAME and endorse the GMI", "gmi", "endorse", "endorse", "object"],
  [
    "o",
    "PROMOTE the AOIP, in the context of the ASEAN Community Vision 2045",
    "acv-2045",
    "PROMOTE",
    "promote",
    "context",
  ],
  ["o", "Call upon all parties to abide by the Five-Point Consensus", "5pc", "Call upon", "call_on", "object"],
  ["o", "Urge the accession of others to the TAC", "tac", "Urge", "call_on", "object"],
  ["o", "Continue to observe the DOC", "doc", "Continue", "continue", "object"],
  [
    "o",
    "Strengthen cooperation under the AADMER Work Programme",
    "aadmer-work-programme",
    "Strengthen",
    "strengthen",
    "standard",
  ],
  ["o", "Work together based on the ASEAN Convention on Counter Terrorism", "acct", "Work", "implement", "standard"],
  [
    "o",
    "Resolve disputes by peaceful means, without resorting to force, in accordance with the UN Charter",
    "un-charter",
    "Resolve",
    "commit",
    "standard",
  ],
  [
    "o",
    "Develop the Logistics Support Framework as envisaged in the Concept Paper on the Establishment of Logistics Support Framework",
    "cp-lsf",
    "Develop",
    "develop",
    "standard",
  ],
  ["o", "Agree to take forward the COC", "coc", "Agree", "agree", "object"],
  ["o", "Recommit ourselves to the ASEAN Charter", "asean-charter", "Recommit", "reaffirm", "object"],
  [
    "o",
    "Extend the work of the network, consistent with the APSC Blueprint 2025",
    "apsc-blueprint-2025",
    "Extend",
    "strengthen",
    "standard",
  ],
  [
    "r",
    "The ministers adopted the Kuala Lumpur Declaration on ASEAN 2045",
    "kl-declaration-2045",
    "adopted",
    "adopt",
    "object",
  ],
  ["r", "They also reaffirmed that UNCLOS sets out the legal framework", "unclos", "reaffirmed", "reaffirm", "object"],
  ["r", "The meeting expressed support for the AOIP", "aoip", "expressed support", "support", "object"],
  ["r", "The minister said that the DOC remains in force", "doc", null, null, "context"],
  ["r", "The ASEAN Charter is five chapters long", "asean-charter", null, null, "context"],
  [
    "r",
    "The ministers signed the Additional Protocol to the Concept Papers for the Establishment of the ADMM and the ADMM-Plus",
    "additional-protocol-2014",
    "signed",
    "adopt",
    "object",
  ],
  [
    "r",
    "The exercise was held in line with the Concept Paper on the Observership of the ADMM-Plus EWG Activities",
    "cp-observership",
    "held",
    "develop",
    "standard",
  ],
  ["r", "The talks were guided by the Bali Concord III", "bali-concord-iii", "guided", "guided_by", "standard"],
  ["r", "He welcomed the talks. The TAC came later", "tac", null, null, "context"],
  ["r", "They called for an early conclusion of the COC", "coc", "called for", "call_on", "object"],
  [
    "r",
    "The ministers noted progress and endorsed the Guidelines for Air Military Encounters",
    "game",
    "endorsed",
    "endorse",
    "object",
  ],
  [
    "r",
    "It was followed by the ADMM-Plus: Modalities and Procedures",
    "pp-modalities",
    "followed",
    "guided_by",
    "context",
  ],
];

it("has its classes listed in the docs", () => {
  const page = readFileSync(join(import.meta.dirname, "..", "..", "..", "docs", "extraction.md"), "utf8");
  const list = /<!-- the classes of leads\.ts[^>]*-->\n+([^|]*?)\n\n/.exec(page)?.[1] ?? "";
  expect([...list.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(manners);
});

async function read(text: string): Promise<SourceDocument> {
  const { document } = await readBytes(Buffer.from(text), "a.txt");
  if (!document) throw new Error("not read");
  return document;
}

describe("the verb that governs a citation, its class and its role", () => {
  it.each(rows)("%s: %s", async (where, sentence, instrument, verb, manner, role) => {
    const { mentions } = extract(await read(surroundings[where](sentence)), registry);
    const last = mentions.findLast((mention) => mention.role !== null);
    expect([last?.id, last?.verb, last?.manner, last?.role]).toEqual([`instrument:${instrument}`, verb, manner, role]);
  });
});
