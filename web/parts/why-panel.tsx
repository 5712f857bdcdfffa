import { why } from "../generated/why.ts";
import type { WhyAnswer } from "../generated/why.ts";
import { useAskRows } from "../ask/use-ask-rows.ts";
import { counted, dateText, propertyText } from "../words.ts";
import { AddressLink, NodeLink } from "./links.tsx";
import { Mark } from "./mark.tsx";
import { Sheet } from "./sheet.tsx";
import { SourceLine } from "./source.tsx";
import { Answered, Nothing } from "./states.tsx";
import { ValueText } from "./value-text.tsx";
import { addressOf } from "../addresses.ts";

/** A claim with one piece of what supports it. */
type Evidence = WhyAnswer["why"][number];

interface WhyPanelProps {
  readonly of: string;
  readonly property: string;
  /** Id of the other end, where only what is said of that one is asked for; else empty. */
  readonly end: string;
  readonly close: () => void;
}

/** The claims behind a value, each with its sources, their kind, and the place in them. */
export function WhyPanel({ of, property, end, close }: WhyPanelProps) {
  const asked = useAskRows(why, { id: of, property }, (answer) => answer.why);
  const what = property === "" ? "everything that is claimed" : propertyText(property);
  return (
    <Sheet title={`Why: ${what}`} close={close}>
      <p className="quiet">
        <code>{of}</code>
      </p>
      <Answered asked={asked} what="its claims">
        {(rows) => (
          <Claims
            rows={rows.filter((row) => end === "" || row.value === end || row.other?.id === end)}
            of={of}
            what={what}
          />
        )}
      </Answered>
    </Sheet>
  );
}

interface ClaimsProps {
  readonly rows: readonly Evidence[];
  readonly of: string;
  readonly what: string;
}

function Claims({ rows, of, what }: ClaimsProps) {
  if (rows.length === 0)
    return (
      <Nothing>
        No claim of {what} is recorded for {of}: it follows from how the graph is put together.
      </Nothing>
    );
  const claims = [...Map.groupBy(rows, ({ claim }) => claim)];
  const reasons = [...new Set(rows.flatMap(({ reason }) => reason ?? []))];
  return (
    <>
      <p>
        {counted(claims.length, "claim")}.
        {reasons.map((reason) => (
          <span key={reason}> Shown: {reason}.</span>
        ))}
      </p>
      <ol className="claims">
        {claims.map(([claim, support]) => (
          <ClaimItem key={claim} support={support} />
        ))}
      </ol>
    </>
  );
}

function ClaimItem({ support }: { readonly support: readonly Evidence[] }) {
  const [claim] = support;
  if (!claim) return null;
  const { property, value, valueName, other, modality, standing, assertedOn, rule } = claim;
  return (
    <li className="claim">
      <p className="claim-value">
        <span className="quiet">{propertyText(property)}</span> <ValueText value={value} name={valueName ?? value} />
        {other !== null && (
          <>
            {" "}
            · <NodeLink {...other} />
          </>
        )}{" "}
        {(standing === "disputed" || standing === "unsourced" || standing === "shown") && <Mark standing={standing} />}{" "}
        {modality === "announced" && <Mark standing="announced" />}
      </p>
      <ul className="sources">
        {support.map((row, index) => (row.source || row.clause ? <Support key={index} row={row} /> : null))}
      </ul>
      <p className="quiet small">
        {rule === "curated" ? "Entered by a curator" : `Found by the rule ${rule}`}
        {assertedOn ? `, asserted ${dateText(assertedOn)}` : ""}
      </p>
    </li>
  );
}

function Support({ row }: { readonly row: Evidence }) {
  const { source, publisher, sourceKind, publishedOn, web, clause, reference, locator, surface, basis } = row;
  if (source) {
    const facts = { publisher: publisher ?? "", title: source.name, address: web, kind: sourceKind ?? "", publishedOn };
    return (
      <li>
        <SourceLine source={facts} locator={locator} basis={basis} />
      </li>
    );
  }
  return (
    <li>
      Text: <AddressLink address={addressOf(clause ?? "") ?? "/"} text={reference?.footnote ?? clause ?? ""} />
      {surface && (
        <>
          {" "}
          “<bdi>{surface}</bdi>”
        </>
      )}
    </li>
  );
}
