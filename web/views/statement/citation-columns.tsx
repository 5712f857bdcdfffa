import { placeOf } from "../../addresses.ts";
import { AddressLink, NodeLink } from "../../parts/links.tsx";
import type { Column } from "../../parts/table.tsx";
import { addressOf } from "../../addresses.ts";
import type { CitationRow } from "./document.tsx";

/** How the citations of a document stand in its table and in its CSV. */
export const citationColumns: readonly Column<CitationRow>[] = [
  {
    key: "clause",
    title: "Clause",
    value: ({ clause, citation }) => (clause ? placeOf(clause.id) : (citation.properties.locator ?? null)),
    show: ({ clause, citation }) =>
      clause ? (
        <AddressLink address={addressOf(clause.id) ?? "/"} text={placeOf(clause.id)} />
      ) : (
        <bdi>{citation.properties.locator ?? "not known"}</bdi>
      ),
  },
  { key: "part", title: "Part", value: ({ clause }) => clause?.part ?? null },
  {
    key: "name",
    title: "Cites",
    value: ({ citation }) => citation.node.name,
    show: ({ citation }) => <NodeLink {...citation.node} />,
  },
  { key: "surface", title: "Words", value: ({ citation }) => citation.properties.surface },
  { key: "verb", title: "Verb", value: ({ citation }) => citation.properties.verb },
  { key: "manner", title: "Manner", value: ({ citation }) => citation.properties.manner },
  { key: "role", title: "Role", value: ({ citation }) => citation.properties.role },
  { key: "basis", title: "Basis", value: ({ citation }) => citation.properties.basis },
  { key: "start", title: "From", value: ({ citation }) => citation.properties.start ?? null, align: "right" },
  { key: "end", title: "To", value: ({ citation }) => citation.properties.end ?? null, align: "right" },
];
