import { contextOf } from "./context.ts";
import type { PlacedMention } from "./context.ts";
import { addressOf, footnoteOf } from "./reference.ts";
import type { Reference } from "./reference.ts";

/** What is worked out here, not in the database, by type and field; `publicUrl` is what the addresses of pages begin with. */
export function fieldResolvers(publicUrl: string) {
  return {
    MentionInContext: {
      before: (mention: PlacedMention) => contextOf(mention)?.before,
      words: (mention: PlacedMention) => contextOf(mention)?.words,
      after: (mention: PlacedMention) => contextOf(mention)?.after,
    },
    Reference: {
      footnote: (reference: Reference) => footnoteOf(reference),
      address: (reference: Reference) => addressOf(publicUrl, reference),
    },
  };
}
