import type { ExportedStatement, GraphReader } from "./graph.ts";

const genres: Readonly<Record<string, string>> = {
  joint_statement: "Joint statement",
  joint_declaration: "Joint declaration",
  chairmans_statement: "Chairman's statement",
};

/** Every statement as an entry of BibTeX (biber's fields: `date`, `eventtitle`, `venue`). */
export async function* bibtex({ statements }: GraphReader): AsyncGenerator<string> {
  for await (const statement of statements()) {
    const fields = bibtexFields(statement).flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
    yield `@misc{${keyOf(statement)},\n${fields.join(",\n")}\n}\n\n`;
  }
}

function bibtexFields(statement: ExportedStatement): readonly (readonly [name: string, value: string | undefined])[] {
  const { issuedOn, meeting, place, addresses, language } = statement;
  return [
    ["title", `{${latex(statement.title)}}`],
    ["author", statement.issuers.map((issuer) => `{${latex(issuer)}}`).join(" and ")],
    ["date", issuedOn ?? undefined],
    ["year", issuedOn?.slice(0, 4)],
    ["eventtitle", latex(meeting ?? "")],
    ["venue", latex(place ?? "")],
    ["type", genres[statement.kind]],
    ["langid", language ?? undefined],
    ["url", addresses[0]?.replace(/[{}\\]/g, encodeURIComponent)],
    ["note", statement.id],
  ];
}

const latexSigns: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

function latex(text: string): string {
  return text.replace(/[\\{}$&#%_~^]/g, (sign) => latexSigns[sign] ?? `\\${sign}`).replace(/\s+/g, " ");
}

/** Every statement as CSL-JSON, for Zotero, pandoc and other users of citation styles. */
export async function* cslJson({ statements }: GraphReader): AsyncGenerator<string> {
  let separator = "[\n";
  for await (const statement of statements()) {
    yield separator + JSON.stringify(cslItem(statement));
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}

function cslItem(statement: ExportedStatement): object {
  const { title, issuers, issuedOn, meeting, place, addresses, language } = statement;
  return {
    id: keyOf(statement),
    type: "document",
    title,
    ...(issuers.length > 0 && { author: issuers.map((literal) => ({ literal })) }),
    ...(issuedOn !== null && { issued: { "date-parts": [issuedOn.split("-").map(Number)] } }),
    ...(meeting !== null && { "event-title": meeting }),
    ...(place !== null && { "event-place": place, "publisher-place": place }),
    genre: genres[statement.kind] ?? statement.kind,
    ...(addresses[0] !== undefined && { URL: addresses[0] }),
    ...(language !== null && { language }),
    note: statement.id,
  };
}

function keyOf({ id }: ExportedStatement): string {
  return id.slice(id.indexOf(":") + 1);
}
