import type { Operation } from "../../ask/operation.ts";
import { kindOf, placeOf } from "../../addresses.ts";
import type { Connection } from "../../ask/use-ask-all.ts";

interface NodeKind {
  /** The list of the API that finds it by its id. */
  readonly list: string;
  /** Relations that lead to something with a name. */
  readonly named: readonly string[];
  /** Relations that lead to clauses, which have none. */
  readonly clauses?: readonly string[];
}

/** What can be around a node, by the kind that its id begins with; fields of the schema, which a test compares. */
export const nodeKinds: Readonly<Record<string, NodeKind>> = {
  activity: {
    list: "activities",
    named: ["workingGroups", "initiatives", "series", "places", "hostedBy", "attendees"],
    clauses: ["mentionedIn"],
  },
  clause: { list: "clauses", named: ["statement", "report", "cites", "mentions"], clauses: ["partOf", "items"] },
  concept: { list: "concepts", named: [], clauses: ["mentionedIn"] },
  country: {
    list: "countries",
    named: [
      "memberOf",
      "inGroups",
      "participatesIn",
      "hosted",
      "chaired",
      "attendedMeetings",
      "hostedActivities",
      "attendedActivities",
      "coChaired",
      "observes",
      "partyTo",
      "tenures",
    ],
    clauses: ["mentionedIn"],
  },
  group: { list: "groups", named: ["members"], clauses: ["mentionedIn"] },
  initiative: {
    list: "initiatives",
    named: ["proposedAt", "adoptedAt", "workingGroups", "ledBy", "activities", "namedIn"],
    clauses: ["mentionedIn"],
  },
  instrument: {
    list: "instruments",
    named: ["citedBy", "adoptedAt", "adoptedIn", "succeeds", "succeededBy", "amends", "establishes", "parties"],
    clauses: ["citedIn"],
  },
  meeting: {
    list: "meetings",
    named: [
      "inSeries",
      "precededBy",
      "onMarginsOf",
      "places",
      "hostedBy",
      "chairedBy",
      "attendees",
      "statements",
      "reports",
      "adoptedInstruments",
      "adoptedInitiatives",
      "proposedInitiatives",
      "mandatedWorkingGroups",
    ],
    clauses: ["mentionedIn"],
  },
  organisation: {
    list: "organisations",
    named: ["partOf", "country", "members", "series", "attendedMeetings", "observes", "partyTo", "namedIn"],
    clauses: ["mentionedIn"],
  },
  person: { list: "people", named: ["tenures", "chaired", "attendedMeetings"], clauses: ["mentionedIn"] },
  place: { list: "places", named: ["country", "within", "meetings", "activities"], clauses: ["mentionedIn"] },
  report: { list: "reports", named: ["aboutMeetings", "aboutSeries"], clauses: ["clauses"] },
  series: {
    list: "meetingSeries",
    named: ["organisation", "supports", "meetings", "participants", "workingGroups", "statements"],
    clauses: ["mentionedIn"],
  },
  statement: {
    list: "statements",
    named: [
      "issuedAt",
      "issuedBySeries",
      "issuedByCountries",
      "joinedBy",
      "issuedIn",
      "citesInstruments",
      "cites",
      "namesInitiatives",
      "namesOrganisations",
    ],
    clauses: ["clauses", "citedIn"],
  },
  tenure: { list: "tenures", named: ["person", "country"] },
  term: { list: "terms", named: ["workingGroup", "coChairs"] },
  topic: { list: "topics", named: [], clauses: ["mentionedIn"] },
  "working-group": {
    list: "workingGroups",
    named: ["under", "mandatedAt", "terms", "activities", "initiatives", "observers"],
    clauses: ["mentionedIn"],
  },
};

/** Every relation of a kind in the order in which they are offered. */
export function relationsOf(id: string): readonly string[] {
  const kind = nodeKinds[kindOf(id)];
  return kind ? [...kind.named, ...(kind.clauses ?? [])] : [];
}

/** A node with its name and how many there are at the end of each relation. */
export interface CountsAnswer {
  readonly found: readonly (Readonly<Record<string, { readonly totalCount: number }>> & {
    readonly id: string;
    readonly name?: string;
  })[];
}

/** The query that counts what is around a node. */
export function countsOperation(id: string): Operation<CountsAnswer, { readonly id: string }> {
  const { list = "entities" } = nodeKinds[kindOf(id)] ?? {};
  const counts = relationsOf(id).map((relation) => `    ${relation}Connection(first: 1) { totalCount }\n`);
  const name = kindOf(id) === "clause" ? "" : "    name\n";
  const text = `query Around($id: ID!) {\n  found: ${list}(where: { id: { eq: $id } }) {\n    id\n${name}${counts.join("")}  }\n}\n`;
  return { name: `around-${kindOf(id)}`, text };
}

/** One page of what is at the end of a relation. */
export interface EndsAnswer {
  readonly found: readonly { readonly ends: Connection<{ readonly node: End }> & { readonly totalCount: number } }[];
}

/** A node at the end of a relation; clauses have no name. */
export interface End {
  readonly id: string;
  readonly name?: string;
}

/** The query that lists what is at the end of a relation, a page at a time. */
export function endsOperation(
  id: string,
  relation: string,
): Operation<EndsAnswer, { readonly id: string; readonly after?: string | null }> {
  const { list = "entities", clauses = [] } = nodeKinds[kindOf(id)] ?? {};
  const fields = clauses.includes(relation) ? "id" : "id name";
  const ends = `ends: ${relation}Connection(first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { ${fields} } } }`;
  const text = `query Ends($id: ID!, $after: String) {\n  found: ${list}(where: { id: { eq: $id } }) {\n    ${ends}\n  }\n}\n`;
  return { name: `ends-${kindOf(id)}-${relation}`, text };
}

/** The name to show for a node. */
export function nameOf({ id, name }: End): string {
  return name ?? (kindOf(id) === "clause" ? `${id.slice("clause:".length).split("/")[0] ?? ""} ${placeOf(id)}` : id);
}
