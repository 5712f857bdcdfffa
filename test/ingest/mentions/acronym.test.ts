import { describe, expect, it } from "vitest";
import { asShortForm, longFormStart } from "../../../ingest/mentions/acronym.ts";

describe("longFormStart", () => {
  it.each<[string, string, string | null]>([
    ["and the Treaty of Amity and Cooperation in Southeast Asia", "TAC", "Treaty"],
    ["the UN Convention on the Law of the Sea", "UNCLOS", "UN"],
    ["the Direct Communications Infrastructure", "DCI", "Direct"],
    ["ASEAN Direct Communications Infrastructure", "ADI", "ASEAN"],
    ["within the ADMM-Plus Experts' Working Groups", "EWGs", "Experts"],
    ["ASEAN Defence Ministers' Meeting-Plus Experts' Working Groups", "ADMM-Plus EWGs", "ASEAN"],
    ["Meeting Retreat 2025", "MR 2025", "Meeting"],
    ["Peacekeeping Operations", "PKO", "Peacekeeping"],
    ["ASEAN Working Group on AI Governance", "WG-AI", "Working"],
    ["Concept Paper on the Establishment of ASEAN Defence Industry Collaboration", "ADIC", "ASEAN"],
    ["peace and stability", "TAC", null],
    ["of the region", "R", null],
  ])("%s (%s)", (text, short, first) => {
    const words = text.match(/[\p{L}\d]+/gu) ?? [];
    const start = longFormStart(words, short);
    expect(start === null ? null : words[start]).toBe(first);
  });
});

describe("asShortForm", () => {
  it.each<[string, string | null]>([
    ["ADMM-Plus EWGs", "ADMM-Plus EWGs"],
    ["“ADMM-Plus”", "ADMM-Plus"],
    ["Bali Concord II", "Bali Concord II"],
    ["EWG on HMA", "EWG on HMA"],
    ["ICTs", "ICTs"],
    ["2017", null],
    ["in the region", null],
    ["Malaysia and Thailand", null],
    ["the Ministers", null],
    ["a", null],
  ])("%s", (inside, short) => {
    expect(asShortForm(inside)).toBe(short);
  });
});
