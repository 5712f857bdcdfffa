import { describe, expect, it } from "vitest";
import { base, problemsWith, readWith } from "./folder.ts";

const end = "  sources: [source:a]\n  confidence: web page\n";
const meetings = base["meetings.yaml"] ?? "";

const meeting = (key: string, fields: string) =>
  `- id: meeting:${key}\n  name: ${key}\n  series: series:adsom-plus\n  outcome: unknown\n${fields}${end}`;

const person = (key: string, ...tenures: string[]) =>
  `- id: person:${key}\n  name: ${key}\n  tenures:\n${tenures
    .map((tenure, index) => `    - { id: tenure:${key}-${index + 1}, of: country:my, sources: [], ${tenure} }\n`)
    .join("")}${end}`;

const minister = (period: string) => `office: Minister, capacity: minister, ${period}`;

const treaty = (fields: string) =>
  `- id: instrument:pact\n  name: Pact\n  kind: treaty\n  status: in force\n${fields}${end}`;

const place = (key: string, country: string) =>
  `- id: place:${key}\n  name: ${key}\n  kind: city\n  country: country:${country}\n${end}`;

const group = `- id: working-group:mines\n  name: EWG on Mines\n  field: Mines\n  under: series:adsom-plus\n  mandatedOn: "2013-05"\n${end}`;

const activity = (key: string, fields: string) =>
  `- id: activity:${key}\n  name: ${key}\n  kind: meeting\n  status: held\n  of: [working-group:mines]\n${fields}${end}`;

describe("rules of time and order", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "in force before the adoption",
      { "instruments.yaml": treaty('  adoptedOn: "2007-11-20"\n  inForceOn: "2007-10"\n') },
      [
        "data/instruments.yaml:6: 'inForceOn' (2007-10) lies before the adoption (2007-11-20): correct one of them [in-force-before-adoption]",
      ],
    ],
    [
      "in force in the year of the adoption, no more is known",
      { "instruments.yaml": treaty('  adoptedOn: "2007-11-20"\n  inForceOn: "2007"\n') },
      [],
    ],
    [
      "parties too early",
      {
        "instruments.yaml": treaty(
          '  adoptedOn: "2000"\n  inForceOn: "2002"\n  parties:\n' +
            '    - { who: country:my, signedOn: "1999", depositedOn: "1998" }\n' +
            '    - { who: country:au, signedOn: "2001", inForceOn: "2001" }\n',
        ),
      },
      [
        "data/instruments.yaml:8: 'signedOn' (1999) lies before the adoption (2000): correct one of them [in-force-before-adoption]",
        "data/instruments.yaml:8: 'depositedOn' (1998) lies before the adoption (2000): correct one of them [in-force-before-adoption]",
        "data/instruments.yaml:8: 'depositedOn' (1998) lies before the signature (1999): correct one of them [in-force-before-adoption]",
        "data/instruments.yaml:9: 'inForceOn' (2001) lies before the entry into force (2002): correct one of them [in-force-before-adoption]",
      ],
    ],
    [
      "two ministers at once",
      {
        "people.yaml":
          person("a", minister('from: "2010-01-01", to: "2015-06-30"')) + person("b", minister('from: "2015-06-01"')),
      },
      [],
    ],
    [
      "two ministers at once, for months",
      {
        "people.yaml":
          person("a", minister('from: "2010", to: "2015-06-30"')) +
          person("b", minister('from: "2015-03", incumbentAsOf: "2016"')),
      },
      [
        "data/people.yaml:10: person:b and person:a (data/people.yaml:4) were both the minister of country:my after 2015-03: correct one of the periods, or the capacity [tenure-overlap]",
      ],
    ],
    [
      "a handover on one day, a deputy beside the minister, and a year that may not overlap",
      {
        "people.yaml":
          person("a", minister('from: "2010", to: "2015-06-30"')) +
          person("b", minister('from: "2015-06-30", to: "2016"')) +
          person("c", 'office: Deputy, capacity: deputy, from: "2011", to: "2014"') +
          person("d", minister('from: "2016", to: "2017"')),
      },
      [],
    ],
    [
      "nobody for a time",
      {
        "people.yaml":
          person("a", minister('from: "2010", to: "2015-06-30"')) + person("b", minister('from: "2015-07-02"')),
      },
      [
        "data/people.yaml:10: nobody is known as the minister of country:my between 2015-06-30 and 2015-07-02: add who it was, or write in the note of the tenure before that the office stood vacant [tenure-gap]",
      ],
    ],
    [
      "nobody, but the office was vacant; somebody who acted; the next day",
      {
        "people.yaml":
          person("a", minister('from: "2010", to: "2012", note: It stood vacant.')) +
          person("b", minister('from: "2014", to: "2015-12-31"')) +
          person("c", 'office: Deputy and acting minister, capacity: deputy, from: "2016-01-01", to: "2016-05"') +
          person("d", minister('from: "2016-06-01", to: "2017"')),
      },
      [],
    ],
    [
      "a minister of the wrong day",
      {
        "people.yaml": person("a", minister('from: "2010", to: "2010-06"')) + `- id: person:b\n  name: b\n${end}`,
        "meetings.yaml":
          meetings +
          "  attended:\n    - { who: person:a, level: minister }\n    - { who: person:a }\n    - { who: person:b, level: minister }\n",
      },
      [
        "data/meetings.yaml:10: person:a held no known office on 2011-04: correct the level, or add the office to the person [outside-tenure]",
      ],
    ],
    [
      "a meeting before the first of its series, and one in the same month",
      {
        "meetings.yaml":
          meetings + meeting("early", '  heldOn: "2011-03-31"\n') + meeting("same", '  heldOn: "2011-04-01"\n'),
      },
      [
        "data/meetings.yaml:13: held on 2011-03-31, but series:adsom-plus began on 2011-04: correct the date, or what it belongs to [before-beginning]",
      ],
    ],
    [
      "a series that a paper established",
      {
        "instruments.yaml": treaty('  adoptedOn: "2010-05"\n  establishes: [series:adsom-plus]\n'),
        "meetings.yaml":
          meetings + meeting("early", '  heldOn: "2010-04"\n') + meeting("later", '  heldOn: "2010-06"\n'),
      },
      [
        "data/meetings.yaml:13: held on 2010-04, but series:adsom-plus began on 2010-05: correct the date, or what it belongs to [before-beginning]",
      ],
    ],
    [
      "an activity before its working group",
      {
        "working-groups.yaml": group,
        "activities.yaml": activity("x", '  heldOn: "2013-04"\n') + activity("y", '  heldOn: "2013"\n'),
      },
      [
        "data/activities.yaml:6: held on 2013-04, but working-group:mines began on 2013-05: correct the date, or what it belongs to [before-beginning]",
      ],
    ],
    [
      "numbers that do not follow the dates",
      {
        "meetings.yaml":
          meetings +
          meeting("b", '  ordinal: 3\n  heldOn: "2012"\n') +
          meeting("c", '  ordinal: 2\n  plannedOn: "2013"\n'),
      },
      [
        "data/meetings.yaml:13: number 3 (2012) lies before meeting:c (data/meetings.yaml:21), number 2 (2013): correct a number or a date [ordinal-order]",
      ],
    ],
    [
      "a number given twice",
      {
        "working-groups.yaml": group,
        "activities.yaml":
          activity("x", '  ordinal: 4\n  heldOn: "2014"\n') + activity("y", '  ordinal: 4\n  heldOn: "2014"\n'),
      },
      [
        "data/activities.yaml:15: activity:x (data/activities.yaml:6) has the number 4 of working-group:mines as well [ordinal-order]",
      ],
    ],
    [
      "a host from elsewhere",
      {
        "places.yaml": place("perth", "au") + place("melaka", "my"),
        "meetings.yaml":
          `${meetings}  hostedBy: country:my\n  places: [place:perth]\n` +
          meeting("b", "  hostedBy: country:my\n  places: [place:perth, place:melaka]\n"),
      },
      [
        "data/meetings.yaml:9: hosted by country:my, but held in country:au: correct the host or the place [host-place]",
      ],
    ],
  ])("%s", (_, files, expected) => {
    expect(problemsWith(files)).toEqual(expected);
  });

  it("are errors, warnings or notes, and leave the records in", () => {
    const read = readWith({
      "people.yaml":
        person("a", minister('from: "2010", to: "2015"')) +
        person("b", minister('from: "2012", to: "2013"')) +
        person("c", minister('from: "2020"')),
      "instruments.yaml": treaty('  adoptedOn: "2007"\n  inForceOn: "2006"\n'),
    });
    expect(read.problems.map(({ rule, severity }) => [rule, severity])).toEqual([
      ["in-force-before-adoption", "error"],
      ["tenure-overlap", "warning"],
      ["tenure-gap", "note"],
    ]);
    expect(read.registry.records.people.length).toBe(3);
    expect(read.registry.records.instruments.length).toBe(1);
  });
});
