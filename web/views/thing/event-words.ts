/** What an event is in plain words, one and many, by the `kind` of the time line; what there is once only has no number. */
const eventWords: Readonly<Record<string, readonly [one: string, many?: string]>> = {
  activity: ["meeting or exercise", "meetings and exercises"],
  adopted: ["adoption", "adoptions"],
  attended: ["attendance", "attendances"],
  chaired: ["meeting chaired", "meetings chaired"],
  "co-chaired": ["co-chair term", "co-chair terms"],
  established: ["founding text"],
  "held office": ["office held", "offices held"],
  "held there": ["event held there", "events held there"],
  hosted: ["event hosted", "events hosted"],
  issued: ["statement issued", "statements issued"],
  joined: ["statement joined", "statements joined"],
  launched: ["launch", "launches"],
  leads: ["initiative led", "initiatives led"],
  mandated: ["field agreed"],
  meeting: ["meeting", "meetings"],
  member: ["membership", "memberships"],
  "member of": ["membership", "memberships"],
  named: ["mention in a text", "mentions in texts"],
  observer: ["observer", "observers"],
  observes: ["place as observer", "places as observer"],
  participant: ["participant", "participants"],
  "participates in": ["series taken part in", "series taken part in"],
  "party to": ["instrument joined", "instruments joined"],
  programme: ["initiative", "initiatives"],
  proposed: ["proposal", "proposals"],
  "set up": ["set up"],
  tenure: ["office holder", "office holders"],
  term: ["co-chair term", "co-chair terms"],
};

/** What the lane of a kind is called; the schema's own word for a kind that is new here. */
export function laneOf(kind: string): string {
  const [one = kind, many = one] = eventWords[kind] ?? [];
  return many;
}

/** So many events of a kind: `3 co-chair terms`; nothing for what there is once only. */
export function eventCount(kind: string, count: number): readonly string[] {
  const [one = kind, many = eventWords[kind] ? undefined : kind] = eventWords[kind] ?? [];
  return many === undefined ? [] : [`${count} ${count === 1 ? one : many}`];
}
