import { contextOf } from "./context.ts";
import type { PlacedMention } from "./context.ts";
import { addressOf, footnoteOf, pageOf } from "./reference.ts";
import type { Reference } from "./reference.ts";
import { search } from "./search/search.ts";
import type { Hit } from "./search/rank.ts";
import type { SearchArguments, SearchContext } from "./search/search.ts";

/** What is worked out here, not in the database, by type and field; `publicUrl` is what the addresses of pages begin with. */
export function fieldResolvers(publicUrl: string) {
  return {
    Query: {
      search: (_root: unknown, args: SearchArguments, context: SearchContext) => search(args, context),
    },
    SearchHit: {
      address: ({ id, reference }: Hit) =>
        reference === null ? pageOf(publicUrl, id) : addressOf(publicUrl, reference),
    },
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
