import type { WhyClaimsAnswer } from "../generated/why-claims.ts";
import { whyClaims } from "../generated/why-claims.ts";
import { useAsk } from "../ask/use-ask.ts";
import { counted, dateText, propertyText } from "../words.ts";
import { AddressLink, NodeLink } from "./links.tsx";
import { Mark } from "./mark.tsx";
import { Sheet } from "./sheet.tsx";
import { SourceLine } from "./source.tsx";
import { Answered, Nothing } from "./states.tsx";
import { ValueText } from "./value-text.tsx";
import { addressOf } from "../addresses.ts";

type Claim = WhyClaimsAnswer["claims"][number];

interface WhyPanelProps {
  readonly of: string;
  readonly property: string;
  readonly close: () => void;
}

/** The claims behind a value, each with its sources, their kind, and the place in them. */
export default function WhyPanel({ of, property, close }: WhyPanelProps) {
  const asked = useAsk(whyClaims, { subject: of, property });
  const what = property === "" ? "everything that is claimed" : propertyText(property);
  return (
    <Sheet title={`Why: ${what}`} close={close}>
      <p className="quiet">
        <code>{of}</code>
      </p>
      <Answered asked={asked} what="its claims">
        {({ claims }) => (
          <Claims claims={claims.filter((claim) => belongs(claim.property, property))} of={of} what={what} />
        )}
      </Answered>
    </Sheet>
  );
}

function belongs(property: string, asked: string): boolean {
  return asked === "" || property === asked || property.startsWith(`${asked}.`);
}

function Claims({
  claims,
  of,
  what,
}: {
  readonly claims: readonly Claim[];
  readonly of: string;
  readonly what: string;
}) {
  if (claims.length === 0)
    return (
      <Nothing>
        No claim of {what} is recorded for {of}: it follows from how the graph is put together.
      </Nothing>
    );
  const reasons = [...new Set(claims.flatMap(({ disputes }) => disputes.map(({ reason }) => reason)))];
  return (
    <>
      <p>
        {counted(claims.length, "claim")}.
        {reasons.map((reason) => (
          <span key={reason}> Shown: {reason}.</span>
        ))}
      </p>
      <ol className="claims">
        {claims.map((claim) => (
          <ClaimItem key={claim.id} claim={claim} />
        ))}
      </ol>
    </>
  );
}

function ClaimItem({ claim }: { readonly claim: Claim }) {
  const { property, value, other, modality, standing, assertedOn, rule, sourcesConnection, clausesConnection } = claim;
  return (
    <li className="claim">
      <p className="claim-value">
        <span className="quiet">{propertyText(property)}</span> <ValueText value={value} />
        {other !== null && (
          <>
            {" "}
            · <NodeLink id={other} name={other} />
          </>
        )}{" "}
        {(standing === "disputed" || standing === "unsourced" || standing === "shown") && <Mark standing={standing} />}{" "}
        {modality === "announced" && <Mark standing="announced" />}
      </p>
      <ul className="sources">
        {sourcesConnection.edges.map(({ node, properties }) => (
          <li key={`${node.id}#${properties.locator ?? ""}`}>
            <SourceLine source={node} locator={properties.locator} basis={properties.basis} />
          </li>
        ))}
        {clausesConnection.edges.map(({ node, properties }) => (
          <li key={node.id}>
            Text:{" "}
            {addressOf(node.id) ? (
              <AddressLink address={addressOf(node.id) ?? "/"} text={node.id} />
            ) : (
              <code>{node.id}</code>
            )}
            {properties.surface && (
              <>
                {" "}
                “<bdi>{properties.surface}</bdi>”
              </>
            )}
          </li>
        ))}
      </ul>
      <p className="quiet small">
        {rule === "curated" ? "Entered by a curator" : `Found by the rule ${rule}`}
        {assertedOn ? `, asserted ${dateText(assertedOn)}` : ""}
      </p>
    </li>
  );
}
