import { addressOf } from "../../addresses.ts";
import { useAskRows } from "../../ask/use-ask-rows.ts";
import { useParameter } from "../../frame/use-parameter.ts";
import { disputes as disputesQuestion } from "../../generated/disputes.ts";
import type { DisputesAnswer } from "../../generated/disputes.ts";
import { Bar } from "../../parts/bar.tsx";
import { AddressLink, NodeLink } from "../../parts/links.tsx";
import { Mark } from "../../parts/mark.tsx";
import { Page } from "../../parts/page.tsx";
import { SourceLine } from "../../parts/source.tsx";
import { Answered } from "../../parts/states.tsx";
import { Table } from "../../parts/table.tsx";
import type { Column } from "../../parts/table.tsx";
import { ValueText } from "../../parts/value-text.tsx";
import { WhyButton } from "../../parts/why.tsx";
import { counted, propertyText } from "../../words.ts";
import "./view.css";

type Dispute = DisputesAnswer["disputes"][number];
type Claim = Dispute["claims"][number];

interface ClaimRow {
  readonly dispute: Dispute;
  readonly claim: Claim;
}

/** One row a claim, in CSV; on the page the claims of a dispute stand beside each other. */
const claimColumns: readonly Column<ClaimRow>[] = [
  { key: "subject", title: "Of", value: ({ dispute }) => dispute.subject },
  { key: "property", title: "Property", value: ({ dispute }) => dispute.property },
  { key: "other", title: "Other end", value: ({ dispute }) => dispute.other },
  { key: "value", title: "Value", value: ({ claim }) => claim.value },
  { key: "standing", title: "Standing", value: ({ claim }) => claim.standing },
  { key: "reason", title: "Why shown", value: ({ dispute }) => dispute.reason },
  { key: "sources", title: "Sources", value: ({ claim }) => claim.sources.map(({ id }) => id).join("; ") || null },
  {
    key: "clauses",
    title: "Clauses",
    value: ({ claim }) => claim.clausesConnection.edges.map(({ node }) => node.id).join("; ") || null,
  },
];

const columns: readonly Column<Dispute>[] = [
  {
    key: "of",
    title: "Of",
    value: ({ about, subject }) => about[0]?.name ?? subject,
    show: ({ about, subject, property, other }) => (
      <>
        <NodeLink id={subject} name={about[0]?.name ?? subject} />
        <div className="quiet small">
          {other !== null && <NodeLink id={other} name={other} />} <WhyButton of={subject} property={property} />
        </div>
      </>
    ),
  },
  {
    key: "property",
    title: "Property",
    value: ({ property }) => property,
    show: ({ property, modality }) => (
      <>
        {propertyText(property)} {modality === "announced" && <Mark standing="announced" />}
      </>
    ),
  },
  {
    key: "shown",
    title: "Values side by side",
    value: ({ shown }) => shown,
    show: (dispute) => <Values dispute={dispute} />,
  },
  { key: "reason", title: "Why that one is shown", value: ({ reason }) => reason },
];

/** Every property of which sources give values that cannot all be right. */
export function DisputesView() {
  const [kind, setKind] = useParameter("kind");
  const asked = useAskRows(disputesQuestion, {}, ({ disputes }) => disputes);
  const all = asked.answer?.data ?? [];
  const shown = kind === "" ? all : all.filter(({ subject }) => subject.startsWith(`${kind}:`));
  const kinds = [...new Set(all.map(({ subject }) => subject.split(":")[0] ?? ""))].sort();
  const rows = shown.flatMap((dispute) => dispute.claims.map((claim) => ({ dispute, claim })));
  const footnote = `ASEAN Defence Graph, disputes among sources, ${asked.answer?.revision ?? "no revision"}`;
  return (
    <Page
      kind="Sources"
      title="Where the sources disagree"
      summary={`${asked.answer ? counted(all.length, "property has", "properties have") : "Properties that have"} values that cannot all be right. All of them stay; one is shown, by a rule.`}
      bar={
        <Bar
          operation={disputesQuestion}
          variables={{}}
          footnote={footnote}
          table={{ name: "disputes", columns: claimColumns, rows }}
        />
      }
    >
      <Answered asked={asked} what="the disputes">
        {() => (
          <>
            <label className="table-find">
              <span>About</span>
              <select
                value={kind}
                onChange={({ target }) => {
                  setKind(target.value);
                }}
              >
                <option value="">everything ({all.length})</option>
                {kinds.map((name) => (
                  <option key={name} value={name}>
                    {name.replaceAll("-", " ")}
                  </option>
                ))}
              </select>
            </label>
            <Table
              name="disputes"
              caption="Disputes"
              columns={columns}
              rows={shown}
              rowKey={({ id }) => id}
              empty="No two sources disagree in this revision."
              pageSize={20}
            />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Values({ dispute }: { readonly dispute: Dispute }) {
  return (
    <ul className="plain disputes-values">
      {dispute.claims.map((claim) => (
        <li key={claim.id}>
          <p>
            <ValueText value={claim.value} />{" "}
            {(claim.standing === "shown" || claim.standing === "disputed" || claim.standing === "unsourced") && (
              <Mark standing={claim.standing} />
            )}
          </p>
          <ul className="sources small">
            {claim.sources.map((source) => (
              <li key={source.id}>
                <SourceLine source={source} />
              </li>
            ))}
            {claim.clausesConnection.edges.map(({ node, properties }) => (
              <li key={node.id}>
                <AddressLink address={addressOf(node.id) ?? "/"} text={node.id} />
                {properties.surface && (
                  <>
                    {" "}
                    “<bdi>{properties.surface}</bdi>”
                  </>
                )}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
