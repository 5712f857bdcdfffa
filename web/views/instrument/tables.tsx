import type { InstrumentLifeAnswer } from "../../generated/instrument-life.ts";
import { NodeLink, NodeLinks } from "../../parts/links.tsx";
import type { Column } from "../../parts/table.tsx";
import { WhyButton } from "../../parts/why.tsx";
import { dateText, listText } from "../../words.ts";

/** An instrument as the statements tell of it. */
export type Life = NonNullable<InstrumentLifeAnswer["instrumentLife"]>;

/** One row a statement that cites it. */
export const citationColumns: readonly Column<Life["citations"][number]>[] = [
  { key: "issuedOn", title: "Issued", value: ({ issuedOn }) => issuedOn, show: ({ issuedOn }) => dateText(issuedOn) },
  {
    key: "statement",
    title: "Statement",
    value: ({ statement }) => statement.name,
    show: ({ statement }) => <NodeLink {...statement} />,
  },
  {
    key: "series",
    title: "Of",
    value: ({ series }) => listText(series.map(({ name }) => name)) || null,
    show: ({ series }) => <NodeLinks nodes={series} />,
  },
  { key: "times", title: "Times", value: ({ times }) => times, align: "right" },
  { key: "parts", title: "Part", value: ({ parts }) => listText(parts) || null },
  { key: "verbs", title: "Verbs", value: ({ verbs }) => verbs.join(", ").toLowerCase() || null },
  { key: "roles", title: "As", value: ({ roles }) => listText(roles) || null },
  {
    key: "basis",
    title: "Basis",
    value: ({ basis, textRead }) => (basis === "text" ? `text, ${textRead} read` : "reported"),
  },
];

/** One row a series. */
export const seriesColumns: readonly Column<Life["series"][number]>[] = [
  {
    key: "series",
    title: "Series",
    value: ({ series }) => series.name,
    show: ({ series }) => <NodeLink {...series} />,
  },
  { key: "statements", title: "Statements", value: ({ statements }) => statements, align: "right" },
  { key: "times", title: "Citations", value: ({ times }) => times, align: "right" },
  {
    key: "first",
    title: "First",
    value: ({ first }) => first?.issuedOn ?? null,
    show: ({ first, firstStanding }) => (
      <>
        {dateText(first?.issuedOn)} <span className="tag">{firstStanding}</span>
      </>
    ),
  },
  {
    key: "last",
    title: "Last",
    value: ({ last }) => last?.issuedOn ?? null,
    show: ({ last, lastStanding }) => (
      <>
        {dateText(last?.issuedOn)} <span className="tag">{lastStanding}</span>
      </>
    ),
  },
];

/** One row a year in which a series that cites it issued a statement. */
export const yearColumns: readonly Column<Life["years"][number]>[] = [
  { key: "year", title: "Year", value: ({ year }) => year },
  { key: "times", title: "Citations", value: ({ times }) => times, align: "right" },
  { key: "statements", title: "Statements that cite it", value: ({ statements }) => statements, align: "right" },
  { key: "issued", title: "Statements issued", value: ({ issued }) => issued, align: "right" },
  { key: "unread", title: "Not read whole", value: ({ unread }) => unread, align: "right" },
  { key: "verbs", title: "Verbs", value: ({ verbs }) => verbs.join(", ").toLowerCase() || null },
];

/** One row an instrument that is cited beside it. */
export const companyColumns: readonly Column<Life["company"][number]>[] = [
  {
    key: "instrument",
    title: "Instrument",
    value: ({ instrument }) => instrument.name,
    show: ({ instrument }) => <NodeLink {...instrument} />,
  },
  { key: "statements", title: "Statements that cite both", value: ({ statements }) => statements, align: "right" },
  { key: "clauses", title: "Clauses that cite both", value: ({ clauses }) => clauses, align: "right" },
];

/** One row a party of the instrument of that id. */
export function partyColumns(instrument: string): readonly Column<Life["parties"][number]>[] {
  return [
    { key: "party", title: "Party", value: ({ party }) => party.name, show: ({ party }) => <NodeLink {...party} /> },
    { key: "signedOn", title: "Signed", value: ({ signedOn }) => signedOn, show: ({ signedOn }) => dateText(signedOn) },
    {
      key: "depositedOn",
      title: "Deposited",
      value: ({ depositedOn }) => depositedOn,
      show: ({ depositedOn }) => dateText(depositedOn),
    },
    {
      key: "inForceOn",
      title: "In force",
      value: ({ inForceOn }) => inForceOn,
      show: ({ inForceOn }) => dateText(inForceOn),
    },
    { key: "how", title: "How", value: ({ how }) => how },
    {
      key: "sources",
      title: "Sources",
      value: ({ sources }) => sources.length,
      show: ({ party, sources }) => (
        <>
          {sources.length} <WhyButton of={instrument} property="parties" end={party.id} />
        </>
      ),
    },
  ];
}
