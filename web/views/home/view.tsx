import { useAsk } from "../../ask/use-ask.ts";
import { frame } from "../../generated/frame.ts";
import type { FrameAnswer } from "../../generated/frame.ts";
import { Bar } from "../../parts/bar.tsx";
import { AddressLink } from "../../parts/links.tsx";
import { Page, Section } from "../../parts/page.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import type { Column } from "../../parts/table.tsx";
import { dateText, number } from "../../words.ts";
import "./view.css";

/** What is counted on the first page: label of the schema, words, and where its list is. */
const counted = [
  ["Statement", "statements", "/browse/statements"],
  ["Clause", "clauses", "/matrix"],
  ["Instrument", "instruments", "/browse/instruments"],
  ["Meeting", "meetings", "/browse/meetings"],
  ["WorkingGroup", "working groups", "/browse/working-groups"],
  ["Country", "countries", "/browse/countries"],
  ["Person", "people", "/browse/people"],
  ["Source", "sources", null],
  ["Claim", "claims", null],
  ["Dispute", "disputes", "/disputes"],
] as const;

/** Questions to begin with, each an address of the explorer. */
const questions = [
  [
    "/statement/admm-plus-12",
    "What does the Kuala Lumpur statement of 2025 cite, and where?",
    "Clause by clause, with the words that prove it",
  ],
  [
    "/instrument/unclos",
    "Who cites the Convention on the Law of the Sea, how, and since when?",
    "The life of an instrument in the statements",
  ],
  [
    "/working-group/cyber-security",
    "What became of the working group on cyber security?",
    "Co-chairs, meetings, exercises and mentions on one axis of time",
  ],
] as const;

interface Count {
  readonly what: string;
  readonly count: number;
}

const columns: readonly Column<Count>[] = [
  { key: "what", title: "What", value: ({ what }) => what },
  { key: "count", title: "Count", value: ({ count }) => count },
];

/** What is here: counts, revision, coverage, three questions, search. */
export function HomeView() {
  const asked = useAsk(frame, {});
  const rows = countsOf(asked.answer?.data);
  const revision = asked.answer?.data.revisions[0];
  const footnote = `ASEAN Defence Graph, ${revision?.id ?? "no revision"}`;
  return (
    <Page
      kind="Reference"
      title="ASEAN defence cooperation, with its proof"
      summary="What the defence ministers' statements cite, who met, who chaired, who held office, and where the sources disagree. Every value can be asked why."
      bar={<Bar operation={frame} variables={{}} footnote={footnote} table={{ name: "counts", columns, rows }} />}
    >
      <Section id="questions" title="Three questions to begin with">
        <ol className="home-questions">
          {questions.map(([address, question, about]) => (
            <li key={address}>
              <AddressLink address={address} text={question} />
              <span className="quiet">{about}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Section id="here" title="What is here">
        <Answered asked={asked} what="what is here">
          {(data) => <Here data={data} />}
        </Answered>
      </Section>
    </Page>
  );
}

function Here({ data }: { readonly data: FrameAnswer }) {
  const [revision] = data.revisions;
  if (!revision)
    return (
      <Nothing>
        Nothing is loaded yet: run <code>adg ingest</code>.
      </Nothing>
    );
  const counts = new Map(countsOf(data).map(({ what, count }) => [what, count]));
  const { statements, read, whole, loaded } = data;
  return (
    <>
      <ul className="home-counts">
        {counted.map(([label, words, address]) => (
          <li key={label}>
            <span className="home-count">{number(counts.get(label) ?? 0)}</span>{" "}
            {address === null ? words : <AddressLink address={address} text={words} />}
          </li>
        ))}
      </ul>
      <p>
        Of {number(statements.totalCount)} statements {number(read.totalCount)} were read at least in part,{" "}
        {number(whole.totalCount)} as a whole; {number(loaded.totalCount)} are here with their text. What was not read
        is unknown, not absent, and every answer says so.
      </p>
      <p className="quiet">
        State of the data: <code>{revision.id}</code>, loaded on {dateText(revision.createdAt.slice(0, 10))}.
      </p>
    </>
  );
}

function countsOf(data: FrameAnswer | undefined): readonly Count[] {
  return (data?.revisions[0]?.counts ?? []).map((entry) => {
    const [what = "", count = "0"] = entry.split("=");
    return { what, count: Number(count) };
  });
}
