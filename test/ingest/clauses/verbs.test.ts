import { describe, expect, it } from "vitest";
import { innerLeads, lastVerb, leadAt } from "../../../ingest/clauses/verbs.ts";

const read = (text: string, form: "participle" | "base", at = 0) => {
  const lead = leadAt(text, at, form);
  return lead && [text.slice(lead.start, lead.end), lead.manner];
};

describe("leadAt", () => {
  it.each<[string, string, string]>([
    ["RECALLING the Charter", "RECALLING", "recall"],
    ["recognizing that", "recognizing", "recognise"],
    ["REALISING the necessity", "REALISING", "recognise"],
    ["MINDFUL that", "MINDFUL", "mindful"],
    ["COMMITTING ourselves", "COMMITTING", "commit"],
    ["DEEPLY CONCERNED by", "DEEPLY CONCERNED", "express_concern"],
    ["Further noting that", "Further noting", "note"],
    ["FURTHERING the aims", "FURTHERING", "strengthen"],
    ["RECALLING FURTHER the", "RECALLING FURTHER", "recall"],
    ["GUIDED BY the", "GUIDED BY", "guided_by"],
    ["Guided by the", "Guided", "guided_by"],
    ["R E C A L L I N G the Charter", "R E C A L L I N G", "recall"],
    ["UNDERLININGthe need", "UNDERLINING", "emphasise"],
    ["RECOGNIS-ING that", "RECOGNIS-ING", "recognise"],
    ["EXPRESSING GRAVE CONCERN at", "EXPRESSING GRAVE CONCERN", "express_concern"],
    ["Having considered the", "Having considered", "note"],
    ["TAKING NOTE of", "TAKING NOTE", "note"],
    ["bearing in mind the", "bearing in mind", "mindful"],
    ["HAVING ADOPTED the", "HAVING ADOPTED", "adopt"],
    ["NOTING WITH APPRECIATION the", "NOTING WITH APPRECIATION", "note"],
    ["“UNDERSCORING the", "UNDERSCORING", "emphasise"],
    ["MENEGASKAN SEMULA Piagam", "MENEGASKAN SEMULA", "reaffirm"],
    ["Mengalu-alukan kerja", "Mengalu-alukan", "welcome"],
    ["TÁI KHẲNG ĐỊNH vai trò", "TÁI KHẲNG ĐỊNH", "reaffirm"],
    ["Rappelant la Charte", "Rappelant", "recall"],
    ["Se félicitant du travail", "Se félicitant", "welcome"],
    ["Gardant à l’esprit que", "Gardant à l’esprit", "mindful"],
    ["Profondément préoccupés par", "Profondément préoccupés", "express_concern"],
    ["Renforçant le lien", "Renforçant", "strengthen"],
  ])("participle: %s", (text, verb, manner) => {
    expect(read(text, "participle")).toEqual([verb, manner]);
  });

  it.each<[string, string, string]>([
    ["PROMOTE the", "PROMOTE", "promote"],
    ["Call upon others", "Call upon", "call_on"],
    ["SET UP a list", "SET UP", "develop"],
    ["REAFFIRM the", "REAFFIRM", "reaffirm"],
    ["Menugaskan ADSOM", "Menugaskan", "task"],
    ["TĂNG CƯỜNG trao đổi", "TĂNG CƯỜNG", "strengthen"],
    ["Encourageons les navires", "Encourageons", "encourage"],
    ["S’engager à", "S’engager", "commit"],
    ["Établissons une liste", "Établissons", "develop"],
    ["further strengthen the", "further strengthen", "strengthen"],
  ])("base form: %s", (text, verb, manner) => {
    expect(read(text, "base")).toEqual([verb, manner]);
  });

  it.each<[string, "participle" | "base"]>([
    ["The Ministers recalled", "participle"],
    ["RECALL the Charter", "participle"],
    ["RECALLING the Charter", "base"],
    ["Being there", "base"],
    ["", "participle"],
    ["- RECALLING", "participle"],
    ["A B C of peace", "participle"],
  ])("none in %s as %s", (text, form) => {
    expect(leadAt(text, 0, form)).toBeNull();
  });
});

describe("innerLeads", () => {
  it("finds further leads in capitals, and no acronyms", () => {
    const text = "RECOGNISING the ADMM and UNDERSCORING peace, promoting it, and ACKNOWLEDGING the AOIP";
    const found = innerLeads(text, 11, text.length, "participle");
    expect(found.map(({ start, end, manner }) => [text.slice(start, end), manner])).toEqual([
      ["UNDERSCORING", "emphasise"],
      ["ACKNOWLEDGING", "acknowledge"],
    ]);
  });
});

describe("lastVerb", () => {
  it.each<[string, string | null]>([
    ["The 5th ADMM adopted the ", "adopted"],
    ["We welcomed the offer and took note of the ", "took note"],
    ["The United Nations and the ", null],
    ["He urges all to sign the ", "sign"],
  ])("%s", (text, verb) => {
    const found = lastVerb(text, 0, text.length);
    expect(found && text.slice(found.start, found.end)).toBe(verb);
  });
});
