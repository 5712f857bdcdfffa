/** A list inside a kind of record whose items are relations of the record to something else. */
export interface RelationList {
  readonly kind: "countries" | "instruments" | "workingGroups" | "meetings" | "activities" | "statements";
  readonly list: string;
  /** Name of the relation in schema.graphql, seen from the record. */
  readonly relation: string;
  /** Field of the item that holds the id of the other end. */
  readonly key: string;
  /** Fields of the item that are claims about the relation. */
  readonly attributes: readonly string[];
}

/** Every list of relations; tenures and co-chair terms are nodes of their own and not among them. */
export const relationLists: readonly RelationList[] = [
  { kind: "countries", list: "memberships", relation: "memberOf", key: "of", attributes: ["from", "to"] },
  { kind: "countries", list: "participations", relation: "participatesIn", key: "in", attributes: ["from", "to"] },
  {
    kind: "instruments",
    list: "parties",
    relation: "parties",
    key: "who",
    attributes: ["signedOn", "depositedOn", "inForceOn", "how"],
  },
  { kind: "workingGroups", list: "observers", relation: "observers", key: "who", attributes: ["status", "from", "to"] },
  { kind: "meetings", list: "attended", relation: "attendees", key: "who", attributes: ["level", "presence"] },
  { kind: "activities", list: "attended", relation: "attendees", key: "who", attributes: ["level", "presence"] },
  { kind: "statements", list: "citations", relation: "cites", key: "cites", attributes: ["verb"] },
  { kind: "statements", list: "namings", relation: "names", key: "names", attributes: ["verb"] },
];
