import type { KeyboardEvent } from "react";
import { addressOf, graphAddress } from "../../addresses.ts";
import { useAsk } from "../../ask/use-ask.ts";
import { useParameter } from "../../frame/use-parameter.ts";
import { searchHits } from "../../generated/search-hits.ts";
import type { SearchHitsAnswer } from "../../generated/search-hits.ts";
import { Bar } from "../../parts/bar.tsx";
import { AddressLink } from "../../parts/links.tsx";
import { Page, Section } from "../../parts/page.tsx";
import { Answered, Nothing } from "../../parts/states.tsx";
import type { Column } from "../../parts/table.tsx";
import { capital, counted, dateText } from "../../words.ts";
import "./view.css";

type Hit = SearchHitsAnswer["search"][number];

const columns: readonly Column<Hit>[] = [
  { key: "kind", title: "Kind", value: ({ kind }) => kind },
  { key: "id", title: "Id", value: ({ id }) => id },
  { key: "name", title: "Name", value: ({ name }) => name },
  { key: "fit", title: "Fit", value: ({ fit }) => fit },
  { key: "field", title: "Found in", value: ({ field }) => field },
  { key: "snippet", title: "Words", value: ({ snippet }) => snippet },
  { key: "date", title: "Date", value: ({ date }) => date },
];

/** How many hits of a kind stand in an overview of all kinds, and how many where one kind is asked for. */
const most = { perKind: 5, all: 60, ofOne: 100 };

/** What fits the words of the address, grouped by kind, the best group first. */
export function SearchView() {
  const [phrase] = useParameter("q");
  const [kind, setKind] = useParameter("kind");
  const wanted = phrase.trim();
  const variables = {
    phrase: wanted,
    kinds: kind === "" ? [] : [kind],
    perKind: kind === "" ? most.perKind : most.ofOne,
    limit: kind === "" ? most.all : most.ofOne,
  };
  const asked = useAsk(searchHits, wanted === "" ? null : variables, { keep: true });
  const hits = wanted === "" ? [] : (asked.answer?.data.search ?? []);
  const footnote = `ASEAN Defence Graph, search for “${wanted}”, ${asked.answer?.revision ?? "no revision"}`;
  if (wanted === "") {
    return (
      <Page
        kind="Search"
        title="Search"
        summary="Type above: names, short forms and titles of everything, and what clauses say. A sentence that you paste finds its clause."
      >
        <p className="quiet">Case, accents and punctuation make no difference, and the last word may be a beginning.</p>
      </Page>
    );
  }
  return (
    <Page
      kind="Search"
      title={`“${wanted}”`}
      summary={
        asked.answer
          ? `${counted(hits.length, "hit")}, the best first${kind === "" ? ", at most five of a kind" : ""}.`
          : " "
      }
      bar={
        <Bar
          operation={searchHits}
          variables={variables}
          footnote={footnote}
          table={{ name: "search", columns, rows: hits }}
        />
      }
    >
      {kind !== "" && (
        <p>
          Only of the kind “{kind.replaceAll("-", " ")}”.{" "}
          <button
            type="button"
            onClick={() => {
              setKind("");
            }}
          >
            Show all kinds
          </button>
        </p>
      )}
      <Answered asked={asked} what={`“${wanted}”`}>
        {({ search }) => (
          <div onKeyDown={moveByArrow}>
            <Groups hits={search} phrase={wanted} setKind={setKind} one={kind !== ""} />
          </div>
        )}
      </Answered>
    </Page>
  );
}

/** Arrow keys go from hit to hit, and up from the first one back to the box. */
function moveByArrow(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>(".search-hits a")];
  const next = links.indexOf(document.activeElement as HTMLElement) + step;
  event.preventDefault();
  (next < 0 ? document.getElementById("search") : links[next])?.focus();
}

interface GroupsProps {
  readonly hits: readonly Hit[];
  readonly phrase: string;
  readonly setKind: (kind: string) => void;
  readonly one: boolean;
}

function Groups({ hits, phrase, setKind, one }: GroupsProps) {
  if (hits.length === 0) {
    return (
      <Nothing>
        Nothing fits “{phrase}”: names, short forms, other names, titles, summaries of clauses, and the texts that are
        loaded were searched. All words must be there; try fewer.
      </Nothing>
    );
  }
  return [...Map.groupBy(hits, ({ kind }) => kind)].map(([kind, group]) => (
    <Section key={kind} id={`hits-${kind}`} title={capital(kind.replaceAll("-", " "))}>
      <ul className="plain search-hits">
        {group.map((hit) => (
          <HitItem key={hit.id} hit={hit} />
        ))}
      </ul>
      {!one && group.length >= most.perKind && (
        <button
          type="button"
          onClick={() => {
            setKind(kind);
          }}
        >
          More of this kind
        </button>
      )}
    </Section>
  ));
}

function HitItem({ hit: { id, name, field, snippet, hits, within, date } }: { readonly hit: Hit }) {
  const report = within?.id.startsWith("report:") && id.startsWith("clause:");
  const address = addressOf(id) ?? graphAddress(id);
  return (
    <li>
      <AddressLink address={report ? address.replace("/statement/", "/report/") : address} text={name} />
      {date && <span className="quiet"> {dateText(date)}</span>}
      {snippet !== name && (
        <p className="search-snippet">
          <span className="tag">{field}</span> <Snippet text={snippet} hits={hits} />
        </p>
      )}
    </li>
  );
}

function Snippet({ text, hits }: { readonly text: string; readonly hits: Hit["hits"] }) {
  const pieces = hits.map(({ start, end }, index) => (
    <span key={start}>
      {text.slice(index === 0 ? 0 : hits[index - 1]?.end, start)}
      <mark>{text.slice(start, end)}</mark>
    </span>
  ));
  return (
    <bdi>
      {pieces}
      {text.slice(hits.at(-1)?.end ?? 0)}
    </bdi>
  );
}
