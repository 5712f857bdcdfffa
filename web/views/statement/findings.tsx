import { Section } from "../../parts/page.tsx";
import { SourceLine } from "../../parts/source.tsx";
import type { SourceFacts } from "../../parts/source.tsx";

interface FindingsProps {
  readonly copies: readonly (SourceFacts & { readonly id: string })[];
  readonly problems: readonly {
    readonly id: string;
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
  }[];
}

/** Where the document is to be had, and what was found wrong or unknown in it. */
export function Findings({ copies, problems }: FindingsProps) {
  return (
    <>
      <Section id="copies" title="Copies">
        {copies.length === 0 ? (
          <p className="empty">No source that holds a copy is recorded.</p>
        ) : (
          <ul className="sources">
            {copies.map((copy) => (
              <li key={copy.id}>
                <SourceLine source={copy} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {problems.length > 0 && (
        <Section id="problems" title="What was found wrong or unknown in it">
          <ul className="sources">
            {problems.map(({ id, rule, severity, message }) => (
              <li key={id}>
                <span className="tag">{severity}</span> <bdi>{message}</bdi> <span className="quiet small">{rule}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
