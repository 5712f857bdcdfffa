import { z } from "zod";
import { clauseRoles, documentKinds } from "../clauses/clause.ts";
import { manners } from "../clauses/leads.ts";
import { isPartialDate } from "../dates.ts";
import { kindOf, type Kind } from "../ids.ts";

/*
 * The curated facts, one schema a kind of record. A person edits these files, so the field names are the model's words,
 * every record says where it comes from, and nothing is written twice that can be derived.
 */

/** Rule ids and hints that a failed refinement hands to the reader of the files. */
export interface RefusalParams {
  readonly rule: "unknown-id" | "bad-date";
  /** Kinds that an id may have here. */
  readonly kinds?: readonly Kind[];
}

/** The patterns in `meta` are for editors: they stand in the JSON Schemas, the checks here are the refinements. */
const id = (...kinds: Kind[]) =>
  z
    .string()
    .refine((text) => kinds.some((kind) => kindOf(text) === kind && /:[a-z0-9][a-z0-9/-]*$/.test(text)), {
      params: { rule: "unknown-id", kinds } satisfies RefusalParams,
      error: (issue) =>
        `'${String(issue.input)}' is no id of the form ${kinds.map((kind) => `${kind}:key`).join(" or ")}`,
    })
    .meta({ pattern: `^(${kinds.join("|")}):[a-z0-9][a-z0-9/-]*$` });

const date = z
  .string()
  .refine(isPartialDate, {
    params: { rule: "bad-date" } satisfies RefusalParams,
    error: (issue) => `'${String(issue.input)}' is no date: write 2013, 2013-06 or 2013-06-18, in quotes`,
  })
  .meta({ pattern: "^\\d{4}(-\\d{2}(-\\d{2})?)?$" });

/** A source of the whole record, or of a field: the id alone, or with the place in it. */
const sourceRef = z.union([id("source"), z.strictObject({ source: id("source"), locator: z.string() })]);

/** A disagreement of sources: on a field of the record, or on a matter that the model has no field for, named in words. */
const disputed = z
  .strictObject({
    field: z.string().optional(),
    matter: z
      .string()
      .regex(/^[^|]+ [^|]+$/, "write the matter in two words or more: number of participants")
      .optional(),
    values: z.array(z.strictObject({ value: z.union([z.string(), z.number()]), sources: z.array(sourceRef) })).min(2),
    note: z.string().optional(),
  })
  .refine(({ field, matter }) => (field === undefined) !== (matter === undefined), {
    error: "a dispute names either the 'field' that it is about or, where the model has none, the 'matter'",
  });

const dateField = /(On|Until|AsOf)$|^(from|to)$/;

/** Values that are remembered but stand in no source, by field, beside what the sources say of it. */
const recalled = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .refine(
    (values) =>
      Object.entries(values).every(([field, value]) => !dateField.test(field) || isPartialDate(String(value))),
    {
      params: { rule: "bad-date" } satisfies RefusalParams,
      error: "a date that is recalled is written as all dates are: 2013, 2013-06 or 2013-06-18, in quotes",
    },
  );

/** Fields that every record has. */
const common = {
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)).optional(),
  /** Forms that other entities bear as well ("MINDEF"): every bearer declares them, and the text around decides. */
  sharedAliases: z.array(z.string().min(1)).optional(),
  /** Where the record comes from. Empty only where `confidence` is `unsourced`. */
  sources: z.array(sourceRef),
  /** Sources of single fields, where only some of the record's speak of them. */
  fieldSources: z.record(z.string(), z.array(sourceRef)).optional(),
  /** How well it is supported: a source document names it, a web page does, or it is recalled. */
  confidence: z.enum(["document", "web page", "unsourced"]),
  /** Fields that are recalled although the record has sources. */
  unsourced: z.array(z.string()).optional(),
  recalled: recalled.optional(),
  disputed: z.array(disputed).optional(),
  /** Ids that were given out before for the same entity. */
  sameAs: z.array(z.string()).optional(),
  note: z.string().optional(),
};

const period = { from: date.optional(), to: date.optional() };
/** Of an item inside a record, where it differs from the record. */
const sourced = {
  sources: z.array(sourceRef).optional(),
  unsourced: z.array(z.string()).optional(),
  recalled: recalled.optional(),
  disputed: z.array(disputed).optional(),
  note: z.string().optional(),
};

const country = z.strictObject({
  id: id("country"),
  ...common,
  officialName: z.string().optional(),
  iso2: z.string().length(2),
  iso3: z.string().length(3),
  memberships: z.array(z.strictObject({ of: id("organisation", "group"), ...period, ...sourced })).optional(),
  participations: z
    .array(z.strictObject({ in: id("series"), as: z.enum(["member", "plus", "observer"]), ...period, ...sourced }))
    .optional(),
});

const organisation = z.strictObject({
  id: id("organisation"),
  ...common,
  abbreviation: z.string().optional(),
  kind: z.enum([
    "intergovernmental",
    "community",
    "secretariat",
    "assembly",
    "ministry",
    "working group",
    "centre",
    "union",
  ]),
  country: id("country").optional(),
  partOf: id("organisation").optional(),
});

const group = z.strictObject({
  id: id("group"),
  ...common,
  kind: z.enum(["countries", "ministers", "establishments", "working groups"]),
});

const topic = z.strictObject({ id: id("topic"), ...common, abbreviation: z.string().optional() });
const concept = z.strictObject({ id: id("concept"), ...common });

const place = z.strictObject({
  id: id("place"),
  ...common,
  kind: z.enum(["city", "town", "island", "province", "venue"]),
  country: id("country").optional(),
  within: id("place").optional(),
});

const series = z.strictObject({
  id: id("series"),
  ...common,
  abbreviation: z.string().optional(),
  level: z.enum(["summit", "ministers", "senior officials", "working level", "assembly"]),
  organisation: id("organisation").optional(),
  /** Series that this one works for. */
  supports: z.array(id("series")).optional(),
});

const presence = z.strictObject({
  who: id("country", "person", "organisation"),
  as: z.enum(["member", "plus", "observer", "guest", "chair", "secretariat"]).optional(),
  level: z.enum(["minister", "acting", "deputy", "envoy", "official"]).optional(),
  presence: z.enum(["in-person", "online", "absent", "unknown"]).optional(),
  actingFor: id("person").optional(),
  ...sourced,
});

const meeting = z.strictObject({
  id: id("meeting"),
  ...common,
  series: id("series"),
  /** Number in the series; null for occurrences known by year only. */
  ordinal: z.int().positive().optional(),
  /** Year that names an occurrence without a number. */
  year: z.int().optional(),
  heldOn: date.optional(),
  heldUntil: date.optional(),
  plannedOn: date.optional(),
  mode: z.enum(["in-person", "video", "hybrid"]).optional(),
  outcome: z.enum(["adopted", "chair-only", "not-agreed", "none-planned", "unknown"]),
  theme: z.string().optional(),
  places: z.array(id("place")).optional(),
  hostedBy: id("country").optional(),
  chairedBy: z.array(id("country", "person")).optional(),
  onMarginsOf: id("meeting").optional(),
  precededBy: id("meeting").optional(),
  attended: z.array(presence).optional(),
});

const tenure = z.strictObject({
  id: id("tenure"),
  office: z.string(),
  capacity: z.enum(["minister", "second minister", "deputy", "representative", "official"]),
  of: id("country"),
  ...period,
  /** Last day on which a source shows the person in office, where `to` is not known. */
  incumbentAsOf: date.optional(),
  sources: z.array(sourceRef),
  unsourced: z.array(z.string()).optional(),
  recalled: recalled.optional(),
  disputed: z.array(disputed).optional(),
  note: z.string().optional(),
});

const person = z.strictObject({
  id: id("person"),
  ...common,
  tenures: z.array(tenure).optional(),
});

const instrument = z.strictObject({
  id: id("instrument"),
  ...common,
  abbreviation: z.string().optional(),
  kind: z.enum([
    "treaty",
    "charter",
    "declaration",
    "outlook",
    "vision",
    "plan",
    "framework",
    "guideline",
    "resolution",
    "concept paper",
    "decision",
  ]),
  status: z.enum(["in force", "adopted", "under negotiation", "superseded", "unknown"]),
  symbol: z.string().optional(),
  adoptedOn: date.optional(),
  adoptedAt: id("meeting").optional(),
  adoptedIn: id("place").optional(),
  inForceOn: date.optional(),
  succeeds: z.array(id("instrument")).optional(),
  amends: id("instrument").optional(),
  establishes: z.array(id("initiative", "working-group", "organisation", "series")).optional(),
  officialPage: z.url().optional(),
  parties: z
    .array(
      z.strictObject({
        who: id("country", "organisation"),
        signedOn: date.optional(),
        depositedOn: date.optional(),
        inForceOn: date.optional(),
        how: z.enum(["signature", "ratification", "accession", "signature and ratification"]).optional(),
        ...sourced,
      }),
    )
    .optional(),
});

const term = z.strictObject({
  /** Number of the co-chair cycle, common to all groups and counted from 1 in 2011: a later group starts with a later one. */
  cycle: z.int().positive(),
  ...period,
  /** What the sources say of the limits where they give no date for them. */
  boundary: z.string().optional(),
  /** Empty where the co-chair is not known. */
  asean: z.array(id("country")),
  plus: z.array(id("country")),
  ...sourced,
});

const workingGroup = z.strictObject({
  id: id("working-group"),
  ...common,
  /** The group's field as it stands after "EWG on": `Cyber Security`. */
  field: z.string(),
  /** Other ways in which texts write the field: `Cybersecurity`. */
  fieldAliases: z.array(z.string().min(1)).optional(),
  abbreviation: z.string().optional(),
  under: id("series"),
  mandatedOn: date.optional(),
  mandatedAt: id("meeting").optional(),
  setUpOn: date.optional(),
  terms: z.array(term).optional(),
  observers: z
    .array(z.strictObject({ who: id("country", "organisation"), status: z.string(), ...period, ...sourced }))
    .optional(),
});

const activity = z.strictObject({
  id: id("activity"),
  ...common,
  kind: z.enum([
    "meeting",
    "exercise",
    "field exercise",
    "table-top exercise",
    "deployment",
    "workshop",
    "conference",
    "planning conference",
  ]),
  status: z.enum(["held", "planned", "cancelled", "unknown"]),
  of: z.array(id("working-group", "initiative", "series")).optional(),
  ordinal: z.int().positive().optional(),
  heldOn: date.optional(),
  heldUntil: date.optional(),
  plannedOn: date.optional(),
  places: z.array(id("place")).optional(),
  hostedBy: z.array(id("country")).optional(),
  attended: z.array(presence).optional(),
});

const initiative = z.strictObject({
  id: id("initiative"),
  ...common,
  abbreviation: z.string().optional(),
  stage: z.enum(["proposed", "endorsed", "adopted", "in operation", "unknown"]),
  proposedAt: id("meeting").optional(),
  adoptedAt: id("meeting").optional(),
  adoptedOn: date.optional(),
  /** Day on which it was launched or opened. */
  launchedOn: date.optional(),
  lead: z.array(id("country")).optional(),
  /** Working groups whose programme it is. */
  of: z.array(id("working-group")).optional(),
});

const source = z.strictObject({
  id: id("source"),
  publisher: z.string(),
  title: z.string(),
  publishedOn: date.optional(),
  address: z.string().optional(),
  kind: z.enum(["adopted text", "host", "ministry", "secretariat", "press", "reference"]),
  language: z.string().optional(),
  /** Whose text this page copies; pages of one origin are one witness. */
  origin: z.string().optional(),
  /** SHA-256 of the copy that was read, lower-case hex. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Statement or report that this source holds a copy of. */
  copyOf: id("statement", "report").optional(),
  note: z.string().optional(),
});

const span = { start: z.int().nonnegative(), end: z.int().positive() };

const curatedCitation = z.strictObject({
  cites: id("instrument", "statement"),
  surface: z.string(),
  ...span,
  verb: z.string().nullable(),
  manner: z.enum(manners).nullable(),
  role: z.enum(["object", "standard", "context"]),
});

const curatedMention = z.strictObject({ mentions: z.string(), surface: z.string(), ...span });

/** Clause of a statement without its text: what may be published of it. Spans count in the copy named by `sha256`. */
const curatedClause = z.strictObject({
  part: z.enum(["preambular", "operative", "other"]),
  role: z.enum(clauseRoles),
  number: z.string().optional(),
  leads: z.array(z.strictObject({ verb: z.string(), manner: z.enum(manners), ...span })).optional(),
  ...span,
  /** In the project's own words. */
  summary: z.string(),
  citations: z.array(curatedCitation).optional(),
  mentions: z.array(curatedMention).optional(),
});

const statement = z.strictObject({
  id: id("statement"),
  ...common,
  kind: z.enum(documentKinds),
  meeting: id("meeting"),
  issuedBy: z.array(id("series", "country")),
  joinedBy: z.array(id("country")).optional(),
  issuedOn: date.optional(),
  issuedIn: id("place").optional(),
  authority: z.enum(["consensus", "chair", "subset"]),
  /** Whether it speaks of all that the meeting dealt with or of one subject: the project's own judgement; left out where open. */
  scope: z.enum(["general", "thematic"]).optional(),
  textRead: z.enum(["whole", "parts", "beginning", "none"]),
  language: z.string().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  clauses: z.array(curatedClause).optional(),
  /** Citations known without their clause. */
  citations: z
    .array(
      z.strictObject({
        cites: id("instrument", "statement"),
        surface: z.string().optional(),
        verb: z.string().nullable(),
        manner: z.enum(manners).nullable(),
        locator: z.string(),
        basis: z.enum(["text", "report"]),
        ...sourced,
      }),
    )
    .optional(),
  /** Bodies and initiatives that it names, known without their clause. */
  namings: z
    .array(
      z.strictObject({
        names: id("initiative", "organisation"),
        verb: z.string().nullable(),
        manner: z.enum(manners).nullable(),
        locator: z.string(),
        basis: z.enum(["text", "report"]),
        ...sourced,
      }),
    )
    .optional(),
});

const report = z.strictObject({
  id: id("report"),
  ...common,
  kind: z.enum(documentKinds),
  about: z.array(id("meeting", "series")).optional(),
  issuedOn: date.optional(),
  language: z.string().optional(),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/**
 * Every kind of record: the file or folder under `data/` that holds it (a folder: one file a record) and its schema.
 * This list is the only registration of a kind.
 */
export const recordKinds = {
  sources: { path: "sources.yaml", schema: source },
  countries: { path: "countries.yaml", schema: country },
  organisations: { path: "organisations.yaml", schema: organisation },
  groups: { path: "groups.yaml", schema: group },
  topics: { path: "topics.yaml", schema: topic },
  concepts: { path: "concepts.yaml", schema: concept },
  places: { path: "places.yaml", schema: place },
  series: { path: "series.yaml", schema: series },
  meetings: { path: "meetings.yaml", schema: meeting },
  people: { path: "people.yaml", schema: person },
  instruments: { path: "instruments.yaml", schema: instrument },
  workingGroups: { path: "working-groups.yaml", schema: workingGroup },
  activities: { path: "activities.yaml", schema: activity },
  initiatives: { path: "initiatives.yaml", schema: initiative },
  statements: { path: "statements", schema: statement },
  reports: { path: "reports.yaml", schema: report },
} as const;

export type RecordKind = keyof typeof recordKinds;

/** All curated records, by kind, each list sorted by id. */
export type Records = { readonly [K in RecordKind]: readonly z.infer<(typeof recordKinds)[K]["schema"]>[] };

export type SourceRecord = z.infer<typeof source>;
export type CountryRecord = z.infer<typeof country>;
export type MeetingRecord = z.infer<typeof meeting>;
export type PersonRecord = z.infer<typeof person>;
export type InstrumentRecord = z.infer<typeof instrument>;
export type TermRecord = z.infer<typeof term>;
export type WorkingGroupRecord = z.infer<typeof workingGroup>;
export type StatementRecord = z.infer<typeof statement>;
export type ReportRecord = z.infer<typeof report>;
export type SourceRef = z.infer<typeof sourceRef>;
