import type { ReactNode } from "react";
import type { Connection, PagedOperation } from "../../ask/use-ask-all.ts";
import { browseCountries } from "../../generated/browse-countries.ts";
import type { BrowseCountriesAnswer } from "../../generated/browse-countries.ts";
import { browseInstruments } from "../../generated/browse-instruments.ts";
import type { BrowseInstrumentsAnswer } from "../../generated/browse-instruments.ts";
import { browseMeetings } from "../../generated/browse-meetings.ts";
import type { BrowseMeetingsAnswer } from "../../generated/browse-meetings.ts";
import { browsePeople } from "../../generated/browse-people.ts";
import type { BrowsePeopleAnswer } from "../../generated/browse-people.ts";
import { browseStatements } from "../../generated/browse-statements.ts";
import type { BrowseStatementsAnswer } from "../../generated/browse-statements.ts";
import { browseWorkingGroups } from "../../generated/browse-working-groups.ts";
import type { BrowseWorkingGroupsAnswer } from "../../generated/browse-working-groups.ts";
import { NodeLink, NodeLinks } from "../../parts/links.tsx";
import type { Column } from "../../parts/table.tsx";
import { dateText, listText, periodText } from "../../words.ts";

/** How the things of one kind stand in a table. */
export interface BrowseKind<Row> {
  readonly title: string;
  readonly summary: ReactNode;
  readonly operation: PagedOperation<{ readonly page: Connection<Row> }, object>;
  readonly columns: readonly Column<Row>[];
}

type RowOf<Answer extends { readonly page: Connection<unknown> }> = Answer["page"]["edges"][number];

const statements: BrowseKind<RowOf<BrowseStatementsAnswer>> = {
  title: "Statements",
  summary: "Texts issued in the name of a meeting, its chair or named participants, the newest first.",
  operation: browseStatements,
  columns: [
    {
      key: "issuedOn",
      title: "Issued",
      value: ({ node }) => node.issuedOn,
      show: ({ node }) => dateText(node.issuedOn),
    },
    nameColumn("Statement"),
    { key: "authority", title: "In whose name", value: ({ node }) => node.authority },
    { key: "textRead", title: "Text read", value: ({ node }) => node.textRead },
    countColumn("cites", "Instruments cited", ({ node }) => node.citesInstrumentsConnection.totalCount),
  ],
};

const instruments: BrowseKind<RowOf<BrowseInstrumentsAnswer>> = {
  title: "Instruments",
  summary:
    "What statements cite: treaties, charters, declarations, plans, frameworks, guidelines, resolutions, concept papers.",
  operation: browseInstruments,
  columns: [
    nameColumn("Instrument"),
    { key: "abbreviation", title: "Short", value: ({ node }) => node.abbreviation },
    { key: "kind", title: "Kind", value: ({ node }) => node.kind },
    { key: "status", title: "Status", value: ({ node }) => node.status },
    {
      key: "adoptedOn",
      title: "Adopted",
      value: ({ node }) => node.adoptedOn,
      show: ({ node }) => dateText(node.adoptedOn),
    },
    countColumn("citedBy", "Statements that cite it", ({ node }) => node.citedByConnection.totalCount),
    countColumn("parties", "Parties", ({ node }) => node.partiesConnection.totalCount),
  ],
};

const workingGroups: BrowseKind<RowOf<BrowseWorkingGroupsAnswer>> = {
  title: "Working groups",
  summary: "The Experts' Working Groups under the ADMM-Plus.",
  operation: browseWorkingGroups,
  columns: [
    nameColumn("Working group"),
    { key: "setUpOn", title: "Set up", value: ({ node }) => node.setUpOn, show: ({ node }) => dateText(node.setUpOn) },
    countColumn("terms", "Co-chair terms", ({ node }) => node.termsConnection.totalCount),
    countColumn("activities", "Meetings and exercises", ({ node }) => node.activitiesConnection.totalCount),
    countColumn("mentions", "Mentions", ({ node }) => node.mentionedInConnection.totalCount),
  ],
};

const meetings: BrowseKind<RowOf<BrowseMeetingsAnswer>> = {
  title: "Meetings",
  summary: "Meetings held or planned, the newest first.",
  operation: browseMeetings,
  columns: [
    {
      key: "heldOn",
      title: "Held",
      value: ({ node }) => node.heldOn ?? node.plannedOn,
      show: ({ node }) =>
        node.heldOn ? dateText(node.heldOn) : node.plannedOn ? `planned for ${dateText(node.plannedOn)}` : "–",
    },
    nameColumn("Meeting"),
    {
      key: "series",
      title: "Series",
      value: ({ node }) => listText(node.inSeries.map((series) => series.abbreviation ?? series.name)) || null,
    },
    {
      key: "host",
      title: "Host",
      value: ({ node }) => listText(node.hostedBy.map(({ name }) => name)) || null,
      show: ({ node }) => <NodeLinks nodes={node.hostedBy} />,
    },
    { key: "place", title: "Place", value: ({ node }) => listText(node.places.map(({ name }) => name)) || null },
    { key: "outcome", title: "Outcome", value: ({ node }) => node.outcome },
  ],
};

const countries: BrowseKind<RowOf<BrowseCountriesAnswer>> = {
  title: "Countries",
  summary: "Members of ASEAN, Plus countries, observers, and parties to the instruments.",
  operation: browseCountries,
  columns: [
    nameColumn("Country"),
    countColumn("hosted", "Meetings hosted", ({ node }) => node.hostedConnection.totalCount),
    countColumn("coChaired", "Terms co-chaired", ({ node }) => node.coChairedConnection.totalCount),
    countColumn("partyTo", "Party to", ({ node }) => node.partyToConnection.totalCount),
    countColumn("tenures", "Office-holders known", ({ node }) => node.tenuresConnection.totalCount),
  ],
};

const people: BrowseKind<RowOf<BrowsePeopleAnswer>> = {
  title: "People",
  summary: "Who held an office of the field.",
  operation: browsePeople,
  columns: [
    nameColumn("Person"),
    {
      key: "offices",
      title: "Offices",
      value: ({ node }) =>
        node.tenures
          .map(({ office, country }) => `${office}, ${listText(country.map(({ name }) => name))}`)
          .join("; ") || null,
      show: ({ node }) => (
        <ul className="plain">
          {node.tenures.map(({ id, office, country, from, to }) => (
            <li key={id}>
              <bdi>{office}</bdi>, <NodeLinks nodes={country} /> <span className="quiet">{periodText(from, to)}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ],
};

/** Every kind under its part of the address. */
export const browseKinds = {
  statements,
  instruments,
  "working-groups": workingGroups,
  meetings,
  countries,
  people,
} as const;

interface NamedRow {
  readonly node: { readonly id: string; readonly name: string };
}

function nameColumn(title: string): Column<NamedRow> {
  return {
    key: "name",
    title,
    value: ({ node }) => node.name,
    show: ({ node }) => <NodeLink id={node.id} name={node.name} />,
  };
}

function countColumn<Row>(key: string, title: string, value: (row: Row) => number): Column<Row> {
  return { key, title, value, align: "right" };
}
