import type { Problem } from "../problem.ts";
import type { Registry } from "../registry/registry.ts";
import type { Span } from "../span.ts";
import type { Layout } from "../text/blocks.ts";
import { rawSpan } from "../text/view.ts";
import type { FoundDefinition } from "./definitions.ts";
import type { Found } from "./found.ts";

/*
 * Where a text writes a registered name in a way that the registry holds to be wrong. The registry's name stands; the
 * words are a mention all the same, and the contradiction is told.
 */

/** Contradictions in the mentions and definitions of a text. `file` names it in problems. */
export function contradictions(
  layout: Layout,
  registry: Registry,
  file: string,
  found: readonly Found[],
  definitions: readonly FoundDefinition[],
): Problem[] {
  const wrong = wrongNames.get(registry) ?? wrongNamesOf(registry);
  wrongNames.set(registry, wrong);
  const known = found
    .map(({ start, headEnd, id }) => ({ long: { start, end: headEnd }, id }))
    .filter(({ long }) => {
      const written = folded(layout.view.text.slice(long.start, long.end));
      return wrong.some((name) => written.includes(name));
    });
  const unknown = definitions.filter(({ contradicts }) => contradicts);
  return [...known, ...unknown]
    .sort((a, b) => a.long.start - b.long.start)
    .map((item) => contradiction(layout, registry, file, item));
}

/** Notes on the short forms that a text takes for a name of its own, by {@link ownShortForms}. */
export function ownNames({ view }: Layout, own: ReadonlyMap<string, Span>, file: string): Problem[] {
  return [...own].map(([short, long]) => ({
    rule: "short-form-of-its-own",
    severity: "note",
    message: `the text says '${short}' for '${view.text.slice(long.start, long.end)}', which is not what the registry knows by it: '${short}' is no mention here`,
    file,
    span: rawSpan(view, long),
  }));
}

function contradiction(
  layout: Layout,
  registry: Registry,
  file: string,
  { long, id }: { readonly long: Span; readonly id: string },
): Problem {
  const written = layout.view.text.slice(long.start, long.end);
  return {
    rule: "source-contradicts-registry",
    severity: "warning",
    message: `the text writes '${written}' where the registry has '${registry.nameOf.get(id) ?? id}' (${id}): the registry's name stands; mend the registry if the text is right`,
    file,
    span: rawSpan(layout.view, long),
  };
}

/** Names that sources give and the registry does not: the disputed values of `name` that are not the record's own. */
function wrongNamesOf({ records }: Registry): readonly string[] {
  const all: readonly { readonly name?: string; readonly disputed?: readonly Dispute[] | undefined }[] = [
    ...records.series,
    ...records.organisations,
    ...records.instruments,
    ...records.initiatives,
  ];
  return all.flatMap(({ name, disputed = [] }) =>
    disputed
      .filter(({ field }) => field === "name")
      .flatMap(({ values }) => values.map(({ value }) => String(value)).filter((value) => value !== name))
      .map(folded),
  );
}

const wrongNames = new WeakMap<Registry, readonly string[]>();

interface Dispute {
  readonly field?: string | undefined;
  readonly values: readonly { readonly value: string | number }[];
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[’']/g, "").replace(/\s+/g, " ");
}
