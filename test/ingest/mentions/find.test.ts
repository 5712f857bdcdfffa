import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { extract } from "../../../ingest/extract.ts";
import { readRegistry } from "../../../ingest/registry/read.ts";

const { registry } = readRegistry(join(import.meta.dirname, "../../../data"));

/** What is found in one sentence of a press release of Malaysia's ministry, dated 26 February 2025. */
function find(sentence: string) {
  const raw = `PRESS RELEASE\n\nPENANG, 26 February 2025 – The ministers met here and had lunch.\n\n${sentence} And so it went on, until all of them were tired and left.\n`;
  const from = raw.indexOf(sentence);
  const found = extract({ file: "a.txt", format: "text", sha256: "0", raw, address: null }, registry);
  return {
    ...found,
    named: found.mentions
      .filter(({ start, end }) => start >= from && end <= from + sentence.length)
      .map(({ surface, id }) => `${surface} = ${id}`),
  };
}

describe("meetings", () => {
  it.each<[string, string[]]>([
    ["The Twelfth ADMM-Plus was long.", ["Twelfth ADMM-Plus = meeting:admm-plus-12"]],
    ["Mesyuarat Ke-12 ADMM-Plus itu lama.", ["Ke-12 ADMM-Plus = meeting:admm-plus-12"]],
    ["The 13th ADMM-Plus is far off.", ["13th ADMM-Plus = meeting:admm-plus-13"]],
    ["The Inaugural meeting of the ADMM was short.", ["Inaugural meeting of the ADMM = meeting:admm-1"]],
    ["The inception of the ADMM-Plus was loud.", ["inception of the ADMM-Plus = meeting:admm-plus-1"]],
    ["The 1st and 2nd ADMM-Plus were loud.", ["1st = meeting:admm-plus-1", "2nd ADMM-Plus = meeting:admm-plus-2"]],
    [
      "The 80th session of the United Nations General Assembly opened.",
      ["80th session of the United Nations General Assembly = meeting:unga-80"],
    ],
    ["The 99th ADMM is unknown.", ["99th ADMM = meeting:admm-99"]],
    ["The 15 years of the ADMM were long.", ["ADMM = series:admm"]],
    [
      "The ADMM Retreat 2025 (ADMM Retreat 2025) ended.",
      ["ADMM Retreat 2025 (ADMM Retreat 2025) = meeting:admm-retreat-2025"],
    ],
    [
      "It will be raised at the ADMM and the ADSOM this November.",
      ["ADMM = meeting:admm-19", "ADSOM = meeting:adsom-2025", "this November = date:2025-11"],
    ],
    ["In the framework of the ADMM all is well.", ["ADMM = series:admm"]],
    ["The 3rd ADMM-Plus EWG meeting was short.", ["ADMM-Plus = series:admm-plus"]],
    ["The XIV ADMM was short.", ["XIV ADMM = meeting:admm-14"]],
    [
      "The ADMM-14, ADMM-Plus-7 and the seventh ADMM (ADMM-7) were short.",
      ["ADMM-14 = meeting:admm-14", "ADMM-Plus-7 = meeting:admm-plus-7", "seventh ADMM (ADMM-7) = meeting:admm-7"],
    ],
    ["It was the fourth ADMM-Plus meeting of his tenure.", ["ADMM-Plus = series:admm-plus"]],
    ["She chaired the ADMM-Plus, which was founded in 2010.", ["ADMM-Plus = meeting:admm-plus-12", "2010 = date:2010"]],
    [
      "The 8th Association of Southeast Asian Nations (ASEAN) Defense Ministers' Meeting Plus was short.",
      ["8th Association of Southeast Asian Nations (ASEAN) Defense Ministers' Meeting Plus = meeting:admm-plus-8"],
    ],
    [
      "The Mesyuarat Menteri-Menteri Pertahanan ASEAN Ke-19 was held.",
      ["Mesyuarat Menteri-Menteri Pertahanan ASEAN Ke-19 = meeting:admm-19"],
    ],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named).toEqual(expected);
  });
});

describe("working groups", () => {
  it.each<[string, string[]]>([
    [
      "The EWGs and their co-chairs:\n\n- Mine Action: two;\n- Cyber Security: two.\n",
      [
        "EWGs = group:ewgs",
        "Mine Action = working-group:humanitarian-mine-action",
        "Cyber Security = working-group:cyber-security",
      ],
    ],
    ["The EWGs met. They are tired of:\n\n- Mine Action: two;\n- Cyber Security: two.\n", ["EWGs = group:ewgs"]],
    [
      "The EWGs, namely in Humanitarian Assistance and Disaster Relief, Maritime Security and Cyber Security, met.",
      [
        "EWGs = group:ewgs",
        "Humanitarian Assistance and Disaster Relief = working-group:hadr",
        "Maritime Security = working-group:maritime-security",
        "Cyber Security = working-group:cyber-security",
      ],
    ],
    ["The ADMM-Plus EWG on Cyber Security met.", ["ADMM-Plus EWG on Cyber Security = working-group:cyber-security"]],
    ["The Military Medicine EWG met.", ["Military Medicine EWG = working-group:military-medicine"]],
    ["Threats to maritime security and cyber security grew.", []],
    [
      "The HADR, Maritime Security and Cyber Security EWGs met.",
      [
        "HADR = working-group:hadr",
        "Maritime Security = working-group:maritime-security",
        "Cyber Security EWGs = working-group:cyber-security",
      ],
    ],
    [
      "The EWG on Cyber Security and those on Mine Action and Military Medicine met.",
      [
        "EWG on Cyber Security = working-group:cyber-security",
        "Mine Action = working-group:humanitarian-mine-action",
        "Military Medicine = working-group:military-medicine",
      ],
    ],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named).toEqual(expected);
  });
});

describe("working groups by the countries that lead them", () => {
  it.each<[string, string[]]>([
    [
      "Co-chairs are Thailand and Japan for Maritime Security and Viet Nam (from 2024) for HADR.",
      ["Maritime Security = working-group:maritime-security", "HADR = working-group:hadr"],
    ],
    [
      "The co-chairs: HADR (India) and Cyber Security – the ROK.",
      ["HADR = working-group:hadr", "Cyber Security = working-group:cyber-security"],
    ],
    [
      "\n\n| No. | EWG | Co-Chairs |\n|---|---|---|\n| 1 | HADR | India |\n| 2 | Cyber Security | ROK |\n\n",
      ["HADR = working-group:hadr", "Cyber Security = working-group:cyber-security"],
    ],
    ["Thailand co-chaired a seminar on Maritime Security for India.", []],
    ["Thailand for Maritime Security spoke.", []],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named.filter((each) => each.includes("working-group:"))).toEqual(expected);
  });
});

describe("resolutions", () => {
  it.each<[string, string[]]>([
    ["It recalled A/RES/79/239 in passing.", ["A/RES/79/239 = instrument:a-res-79-239"]],
    [
      "It recalled UN Security Council Resolution 2396 (2017) in passing.",
      ["UN Security Council Resolution 2396 (2017) = instrument:s-res-2396"],
    ],
    [
      "The Security Council adopted resolution 2178 (2014) and resolution 1540 of the Security Council.",
      ["resolution 2178 (2014) = instrument:unscr-2178", "resolution 1540 = instrument:unscr-1540"],
    ],
    ["The file MOD.100-2/1/2 of 06/02 was lost.", []],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named).toEqual(expected);
  });
});

describe("dates that the document's own day completes", () => {
  it.each<[string, string[]]>([
    ["They left today, he said.", ["today = date:2025-02-26"]],
    ["Beliau tiba hari ini.", ["hari ini = date:2025-02-26"]],
    [
      "It is on May Street since it began on 3 March and will end by June next year.",
      ["3 March = date:2025-03-03", "June next year = date:2026-06"],
    ],
    ["They came yesterday.", ["yesterday = date:2025-02-25"]],
    [
      "It was set for September and for November this year.",
      ["September = date:2025-09", "November this year = date:2025-11"],
    ],
    ["They will meet next January.", ["next January = date:2026-01"]],
    ["They may meet in May.", ["May = date:2025-05"]],
    [
      "Họ đã gặp ngày 20 tháng 1, rồi ngày 2 tháng 3 năm 2024.",
      ["ngày 20 tháng 1 = date:2025-01-20", "ngày 2 tháng 3 năm 2024 = date:2024-03-02"],
    ],
    ["Ils sont venus le 15 juin et le 1er mai 2024.", ["15 juin = date:2025-06-15", "1er mai 2024 = date:2024-05-01"]],
    ["They met last month and will meet next month.", ["last month = date:2025-01", "next month = date:2025-03"]],
    ["They met from 15 to 16 November.", ["15 to 16 November = date:2025-11-15"]],
    [
      "They met on 12-13 Nov and from April 8 to 12.",
      ["12-13 Nov = date:2025-11-12", "April 8 to 12 = date:2025-04-08"],
    ],
    ["On March 3 and 12 ships sailed.", ["March 3 = date:2025-03-03"]],
    ["They met on 3 March and on April 4.", ["3 March = date:2025-03-03", "April 4 = date:2025-04-04"]],
    ["Today's world is small, this year's too.", []],
    [
      "They stay from March 15-17, 24 to 26 April, May 30-June 2 and 30 June-2 July.",
      [
        "March 15-17 = date:2025-03-15",
        "24 to 26 April = date:2025-04-24",
        "May 30-June 2 = date:2025-05-30",
        "30 June-2 July = date:2025-06-30",
      ],
    ],
    ["On 26 February they spoke of plans for next year.", ["26 February = date:2025-02-26", "next year = date:2026"]],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named).toEqual(expected);
  });
});

it("takes day and place from a dateline behind a summary, and no meeting of long ago for the one reported", () => {
  const raw =
    "The minister went to sea with all the others, and they spoke of harbours.\n\nVIENTIANE, Laos, 20 November 2024 – The minister attended the ADMM today.\n\nThe inaugural ADMM was held in Kuala Lumpur on 9 May 2006, and was short.\n";
  const { facts } = extract({ file: "a.txt", format: "text", sha256: "0", raw, address: null }, registry);
  expect([facts.date?.value, facts.city?.value, facts.meeting]).toEqual([
    "2024-11-20",
    "place:vientiane",
    "meeting:admm-18",
  ]);
});

describe("days without a year in a document without a date", () => {
  const daysIn = (raw: string) =>
    extract({ file: "a.txt", format: "text", sha256: "0", raw, address: null }, registry)
      .mentions.filter(({ id }) => id.startsWith("date:"))
      .map(({ surface, id }) => `${surface} = ${id}`);

  it.each<[string, string[]]>([
    [
      "The minister spoke at the 12th ADMM-Plus on Saturday, Nov 1, and left on October 1 and today.",
      ["Nov 1 = date:2025-11-01"],
    ],
    ["The minister spoke at the ADMM on November 1.", []],
  ])("%s", (raw, expected) => {
    expect(daysIn(raw)).toEqual(expected);
  });
});

describe("people and offices", () => {
  it.each<[string, string[]]>([
    ["The Minister of Defence Malaysia spoke.", ["Minister of Defence Malaysia = person:khaled-nordin"]],
    ["The Ministers of Defence from all sides spoke.", []],
    ["The Deputy Minister of Defence spoke.", []],
    [
      "The guest was YB Dato’ Seri Mohamed Khaled bin Nordin, and Nordin said so.",
      ["YB Dato’ Seri Mohamed Khaled bin Nordin = person:khaled-nordin", "Nordin = person:khaled-nordin"],
    ],
    ["The Ministry of Defence wrote.", ["Ministry of Defence = organisation:mindef-my"]],
    ["The Thai Ministry of Defence wrote.", ["Thai Ministry of Defence = organisation:mod-th"]],
    [
      "They met Halbi bin Haji Mohd Yussof, Minister at the Prime Minister's Office and Second Minister of Defence.",
      [
        "Halbi bin Haji Mohd Yussof = person:halbi-mohd-yussof",
        "Minister at the Prime Minister's Office and Second Minister of Defence = person:halbi-mohd-yussof",
      ],
    ],
    [
      "Secretary Gilberto C. Teodoro, Jr. came, and Teodoro said so.",
      ["Secretary Gilberto C. Teodoro, Jr. = person:gilberto-teodoro", "Teodoro = person:gilberto-teodoro"],
    ],
    ["The guest was Minister Ng Eng Hen.", ["Minister Ng Eng Hen = person:ng-eng-hen"]],
    ["The guest was the Foreign Minister Ng Eng Hen.", ["Ng Eng Hen = person:ng-eng-hen"]],
    [
      "Yang Berhormat Dato' Seri Utama Mohamad bin Haji Hasan met Bapak Prabowo Subianto.",
      [
        "Yang Berhormat Dato' Seri Utama Mohamad bin Haji Hasan = person:mohamad-hasan",
        "Bapak Prabowo Subianto = person:prabowo-subianto",
      ],
    ],
    [
      "The Deputy Prime Minister and Minister for Defence of Australia spoke.",
      ["Deputy Prime Minister and Minister for Defence of Australia = person:richard-marles"],
    ],
    ["The Deputy Prime Minister and the Ministers of Defence spoke.", []],
    [
      "Signed:\n\nPrabowo Subianto | Delfin Lorenzana\nMinister of Defence | Secretary of Defense\n",
      [
        "Prabowo Subianto = person:prabowo-subianto",
        "Delfin Lorenzana = person:delfin-lorenzana",
        "Minister of Defence = person:prabowo-subianto",
        "Secretary of Defense = person:delfin-lorenzana",
      ],
    ],
    [
      "Lloyd Austin met Judith Collins. Collins and Austin agreed; the Collins plan of Austin Road stands in Austin, he said.",
      [
        "Lloyd Austin = person:lloyd-austin",
        "Judith Collins = person:judith-collins",
        "Collins = person:judith-collins",
        "Austin = person:lloyd-austin",
        "Collins = person:judith-collins",
        "Austin = person:lloyd-austin",
      ],
    ],
    [
      "Jenderal TNI (Purn.) Prabowo Subianto, Menhan RI, met Navy Admiral Tin Aung San.",
      [
        "Jenderal TNI (Purn.) Prabowo Subianto = person:prabowo-subianto",
        "Menhan RI = person:prabowo-subianto",
        "Navy Admiral Tin Aung San = person:tin-aung-san",
      ],
    ],
    [
      "The Prime Minister and Minister of Defence II of Brunei spoke.",
      ["Prime Minister and Minister of Defence II of Brunei = person:halbi-mohd-yussof"],
    ],
    [
      "For Cambodia: GENERAL TEA BANH; for Malaysia: YB DATO' SERI MOHAMED KHALED BIN NORDIN.",
      [
        "Cambodia = country:kh",
        "GENERAL TEA BANH = person:tea-banh",
        "Malaysia = country:my",
        "YB DATO' SERI MOHAMED KHALED BIN NORDIN = person:khaled-nordin",
      ],
    ],
    [
      "The host was Brunei's Minister of Defence II.",
      ["Brunei = country:bn", "Minister of Defence II = person:halbi-mohd-yussof"],
    ],
    [
      "There sat ASEAN Secretary-General Lim Jock Hoi and Lieut. Gen. Nguyen Chi Vinh.",
      [
        "ASEAN = organisation:asean",
        "Lim Jock Hoi = person:lim-jock-hoi",
        "Lieut. Gen. Nguyen Chi Vinh = person:nguyen-chi-vinh",
      ],
    ],
    [
      "They met Dr Ng Eng Hen and General Chansamone Chanyalath. With Chansamone and Dr Ng they ate; Chansamone Road is far.",
      [
        "Dr Ng Eng Hen = person:ng-eng-hen",
        "General Chansamone Chanyalath = person:chansamone-chanyalath",
        "Chansamone = person:chansamone-chanyalath",
        "Dr Ng = person:ng-eng-hen",
      ],
    ],
    [
      "He left the U.S. Department of Defense.\n\nSecretary of Defense Lloyd J. Austin III stayed.",
      [
        "U.S. Department of Defense = organisation:dod-us",
        "Secretary of Defense = person:lloyd-austin",
        "Lloyd J. Austin III = person:lloyd-austin",
      ],
    ],
    ["The guest, Nakatani Gen, left.", ["Nakatani Gen = person:gen-nakatani"]],
    ["The guest, Sen. Lt. Gen. Phan Van Giang, left.", ["Sen. Lt. Gen. Phan Van Giang = person:phan-van-giang"]],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named).toEqual(expected);
  });
});

describe("instruments and statements", () => {
  it.each<[string, string[]]>([
    [
      "They recalled the Charter of the Association of South East Asian Nations.",
      ["Charter of the Association of South East Asian Nations = instrument:asean-charter"],
    ],
    ["They awaited the Code of Conduct (COC).", ["Code of Conduct (COC) = instrument:coc"]],
    [
      "They read the ASEAN Charter. The Charter's aims and the said Charter stand.",
      ["ASEAN Charter = instrument:asean-charter", ...Array<string>(2).fill("Charter = instrument:asean-charter")],
    ],
    [
      "They read the UN Charter and the ASEAN Charter; the Charter of a club and the Charter stand.",
      ["UN Charter = instrument:un-charter", "ASEAN Charter = instrument:asean-charter"],
    ],
    [
      "They read the Bali Concord I, II and III and the UN and ASEAN Charters.",
      [
        "Bali Concord I = instrument:bali-concord-i",
        "II = instrument:bali-concord-ii",
        "III = instrument:bali-concord-iii",
        "UN = instrument:un-charter",
        "ASEAN Charters = instrument:asean-charter",
      ],
    ],
    [
      "They read the Concept Paper on Establishing the ASEAN Peacekeeping Centres Network.",
      ["Concept Paper on Establishing the ASEAN Peacekeeping Centres Network = instrument:cp-apcn"],
    ],
    ["They read the APSC Blueprint 2016-2025.", ["APSC Blueprint 2016-2025 = instrument:apsc-blueprint-2025"]],
    ["They read the Charter before the ASEAN Charter.", ["ASEAN Charter = instrument:asean-charter"]],
    [
      "They read ADMM-Plus: Principles for Membership.",
      ["ADMM-Plus: Principles for Membership = instrument:pp-membership"],
    ],
    ["They spoke of the DOC's guidelines.", ["DOC = instrument:doc"]],
    [
      "They read the APSC Blueprint (2009-2015) and ofASEAN the ASEANCharter.",
      [
        "APSC Blueprint (2009-2015) = instrument:apsc-blueprint-2009",
        "ASEAN = organisation:asean",
        "ASEANCharter = instrument:asean-charter",
      ],
    ],
    [
      "They read the Concept Paper on the Establish-ment of the ADMM-Plus.",
      ["Concept Paper on the Establish-ment of the ADMM-Plus = instrument:cp-admm-plus"],
    ],
    [
      "They read the Three-Year Work Programme of the ADMM.",
      ["Three-Year Work Programme of the ADMM = instrument:admm-work-programme"],
    ],
    ["They read the Joint Declaration of the 10th ADMM.", ["Joint Declaration of the 10th ADMM = statement:admm-10"]],
    [
      "They read the Joint Declaration adopted in Langkawi in 2015.",
      ["Joint Declaration = statement:admm-9", "Langkawi = place:langkawi", "2015 = date:2015"],
    ],
    [
      "They read the Joint Declaration adopted in Bandar Seri Begawan in 2013, of which there are two.",
      ["Bandar Seri Begawan = place:bandar-seri-begawan", "2013 = date:2013"],
    ],
    [
      "They read the Vientiane Joint Declaration on “ASEAN: Together for Peace, Security and Resilience”.",
      ["Vientiane Joint Declaration on “ASEAN: Together for Peace, Security and Resilience” = statement:admm-18"],
    ],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named).toEqual(expected);
  });
});

it("governs what an item of a list names by the verb of its clause", () => {
  const raw =
    "Joint Declaration on Calm\n\nWe, the Defence Ministers, met;\n\nRecognising:\n(a) the sea;\n(b) the importance of UNCLOS; and\n(c) calm in accordance with the ASEAN Charter;\n\nWE HEREBY AGREE TO:\n\nMeet again.\n";
  const { mentions } = extract({ file: "a.txt", format: "text", sha256: "0", raw, address: null }, registry);
  const cited = mentions.flatMap(({ surface, verb, manner, role }) =>
    role === null ? [] : [[surface, verb, manner, role]],
  );
  expect(cited).toEqual([
    ["UNCLOS", "Recognising", "recognise", "object"],
    ["ASEAN Charter", "Recognising", "recognise", "standard"],
  ]);
});

describe("what is no mention", () => {
  it.each<[string, string[]]>([
    ["An ASEAN-led and ASEAN-driven way, see https://admm.asean.org for it.", []],
    ["The ASEAN Community-building process goes on.", ["ASEAN Community = organisation:asean-community"]],
    ["The Jakarta Post wrote.", []],
    ["The South China Sea and the Singapore Strait are wide.", []],
    ["The South China Sea and the ASEAN–Japan talks were calm.", []],
    ["Deklarasi Menteri-Menteri Pertahanan itu panjang.", []],
    ["The file MINDEF/PR/2021/06 was lost, the ADMM/4 was not.", ["ADMM = series:admm"]],
    ["The ADMM-PLUS met.", ["ADMM-PLUS = series:admm-plus"]],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).named).toEqual(expected);
  });
});

describe("definitions", () => {
  const definitionsIn = (sentence: string) =>
    find(sentence).definitions.map(({ short, long, id }) => [short, long, id]);

  it.each<[string, string[][]]>([
    ["The United Nations (UN) Charter is old.", [["UN", "United Nations", "organisation:un"]]],
    ["The ADMM Retreat (hereinafter referred to as “the Retreat of ADMM”) is new.", []],
    [
      "The ASEAN Defence Ministers' Meeting (hereinafter referred to as “ADMM”) is new.",
      [["ADMM", "ASEAN Defence Ministers' Meeting", "series:admm"]],
    ],
    [
      "On Humanitarian Assistance and Disaster Relief – HADR) they spoke.",
      [["HADR", "Humanitarian Assistance and Disaster Relief", "topic:hadr"]],
    ],
    ["On search and rescue (SAR) they spoke.", [["SAR", "search and rescue", "topic:sar"]]],
    ["The Treaty of Amity (2017) is none.", []],
  ])("%s", (sentence, expected) => {
    expect(definitionsIn(sentence)).toEqual(expected);
  });

  it("lets the registry stand where a text writes a name in another way, and reports it", () => {
    const { named, problems } = find("The ASEAN Political-Safety Community (APSC) is new.");
    expect(named).toEqual(["ASEAN Political-Safety Community (APSC) = organisation:apsc"]);
    expect(problems).toMatchObject([{ rule: "source-contradicts-registry", severity: "warning" }]);
    expect(problems[0]?.message).toContain("ASEAN Political-Security Community");
  });
});

describe("candidates", () => {
  it("are names with a head word and unknown acronyms, with the nearest entries", () => {
    const { candidates } = find("The ASEAN Peacekeeping Kitchens Network met the XQZ.");
    expect(candidates.map(({ surface, guess }) => [surface, guess])).toEqual([
      ["ASEAN Peacekeeping Kitchens Network", "initiative"],
      ["XQZ", "organisation"],
    ]);
    expect(candidates[0]?.nearest[0]).toBe("initiative:apcn");
  });

  it.each<[string, string[]]>([
    ["The ASEAN Air Chiefs Conference (AACC) met; the AACC ate.", ["ASEAN Air Chiefs Conference (AACC)"]],
    ["They heard the ACDFM on the ASEAN Bomb Disposal Course.", ["ASEAN Bomb Disposal Course"]],
    ["They met at the Pacific Field Hospital Exercise with the EWG on HADR.", ["Pacific Field Hospital Exercise"]],
    ["The Heads of State of the Association of Southeast Asian Nations met.", []],
    ["The BANDAR SERI BEGAWAN DECLARATION is known.", []],
    ["It WILL and it SHALL be so.", []],
    ["They stood there (Photo: QXN) and left.", []],
    [
      "They want an ADMM-Plus EWG on Green Defence and an Experts' Working Group on Space.",
      ["ADMM-Plus EWG on Green Defence", "Experts' Working Group on Space"],
    ],
    ["They ended the Raisina Dialogue and Exercise Silent Gulls.", ["Raisina Dialogue", "Exercise Silent Gulls"]],
    ["They read a Joint Declaration and a Political Dialogue.", []],
    ["They saw the ASEAN Armies Rifle Meet (AARM).", ["ASEAN Armies Rifle Meet (AARM)"]],
    ["They met NATO, INTERPOL and the ICRC.", ["NATO", "INTERPOL", "ICRC"]],
    ["They saw the Jakarta Guidelines on Quiet Ships.", ["Jakarta Guidelines on Quiet Ships"]],
    ["Dan juga Pusat Sekutu Laut Serantau.", ["Pusat Sekutu Laut Serantau"]],
    ["Un Réseau Régional des Phares Militaires naît.", ["Réseau Régional des Phares Militaires"]],
  ])("%s", (sentence, expected) => {
    expect(find(sentence).candidates.map(({ surface }) => surface)).toEqual(expected);
  });

  it("are none where only a general word is capitalised", () => {
    expect(find("The ASEAN AI Governance and the ASEAN relevant instruments are new.").candidates).toEqual([]);
  });
});
