import { addressOf, placeOf } from "../addresses.ts";
import { useAsk } from "../ask/use-ask.ts";
import { useParameter } from "../frame/use-parameter.ts";
import { rowsAtOnce, useAskRows } from "../ask/use-ask-rows.ts";
import { mentions as mentionsQuestion } from "../generated/mentions.ts";
import type { MentionsAnswer } from "../generated/mentions.ts";
import { AddressLink, NodeLink } from "./links.tsx";
import { Section } from "./page.tsx";
import { Answered } from "./states.tsx";
import { Table } from "./table.tsx";
import type { Column } from "./table.tsx";
import { dateText } from "../words.ts";

type Row = MentionsAnswer["mentionsInContext"][number];

const columns: readonly Column<Row>[] = [
  { key: "issuedOn", title: "Issued", value: ({ issuedOn }) => issuedOn, show: ({ issuedOn }) => dateText(issuedOn) },
  {
    key: "document",
    title: "Text",
    value: ({ document }) => document.name,
    show: ({ document }) => <NodeLink id={document.id} name={document.name} />,
  },
  {
    key: "clause",
    title: "Clause",
    value: ({ clause, locator }) => clause ?? locator,
    show: ({ clause, locator }) =>
      clause ? (
        <AddressLink address={addressOf(clause) ?? "/"} text={placeOf(clause)} />
      ) : (
        <bdi>{locator ?? "not known"}</bdi>
      ),
  },
  {
    key: "words",
    title: "In its words",
    value: ({ before, words, after, surface, summary }) =>
      words === null ? (surface ?? summary) : `${before ?? ""}${words}${after ?? ""}`,
    show: ({ before, words, after, surface, summary }) =>
      words === null ? (
        <>
          {surface !== null && (
            <>
              “<bdi>{surface}</bdi>”{" "}
            </>
          )}
          {summary !== null && (
            <span className="quiet">
              <bdi>{summary}</bdi>
            </span>
          )}
        </>
      ) : (
        <bdi>
          {before}
          <strong>{words}</strong>
          {after}
        </bdi>
      ),
  },
];

/** Where texts name a thing, with the words around it where the text is loaded; all of a long list only when asked for. */
export function MentionsSection({ id }: { readonly id: string }) {
  const [all, setAll] = useParameter("mentions");
  const first = useAsk(mentionsQuestion, { named: id });
  const rest = useAskRows(
    mentionsQuestion,
    all === "" ? null : { named: id },
    ({ mentionsInContext }) => mentionsInContext,
  );
  return (
    <Section id="mentions" title="Where texts name it">
      {all === "" ? (
        <Answered asked={first} what="its mentions">
          {({ mentionsInContext }) => (
            <>
              <MentionsTable rows={mentionsInContext} />
              {mentionsInContext.length >= rowsAtOnce && (
                <p>
                  These are the first {rowsAtOnce}.{" "}
                  <button
                    type="button"
                    onClick={() => {
                      setAll("all");
                    }}
                  >
                    Show all
                  </button>
                </p>
              )}
            </>
          )}
        </Answered>
      ) : (
        <Answered asked={rest} what="all its mentions">
          {(rows) => <MentionsTable rows={rows} />}
        </Answered>
      )}
    </Section>
  );
}

function MentionsTable({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <Table
      name="mentions"
      caption="Mentions"
      columns={columns}
      rows={rows}
      rowKey={(_, index) => String(index)}
      empty="No clause that was read names it."
    />
  );
}
