/**
 * Properties of which a subject has one value at a time; everything else can have several. Source: the model
 * (docs/model.md). Attributes of relations are looked up without the relation's name.
 */
const properties: ReadonlySet<string> = new Set([
  "adoptedAt",
  "adoptedIn",
  "adoptedOn",
  "authority",
  "capacity",
  "country",
  "depositedOn",
  "from",
  "heldOn",
  "heldUntil",
  "hostedBy",
  "how",
  "inForceOn",
  "issuedIn",
  "issuedOn",
  "kind",
  "launchedOn",
  "level",
  "mandatedAt",
  "mandatedOn",
  "meeting",
  "mode",
  "of",
  "office",
  "ordinal",
  "outcome",
  "plannedOn",
  "presence",
  "proposedAt",
  "series",
  "setUpOn",
  "signedOn",
  "stage",
  "status",
  "symbol",
  "theme",
  "to",
  "verb",
  "year",
]);

/** True for a property, or an attribute of a relation (`parties.signedOn`), that has one value at a time. */
export function isOneValued(property: string): boolean {
  return properties.has(property.slice(property.lastIndexOf(".") + 1));
}
