import type { Asked } from "../../ask/use-ask.ts";
import type { CitationChangesAnswer } from "../../generated/citation-changes.ts";
import { NodeLink } from "../../parts/links.tsx";
import { Section } from "../../parts/page.tsx";
import { Answered } from "../../parts/states.tsx";
import { dateText } from "../../words.ts";

type Changes = NonNullable<CitationChangesAnswer["citationChanges"]>;

/** What a statement cites that the comparable one before it did not, what it dropped, and what it cites first of all. */
export function ChangesSection({ asked }: { readonly asked: Asked<CitationChangesAnswer> }) {
  return (
    <Section id="changes" title="Beside the statement before it">
      <Answered asked={asked} what="the comparison with the statement before">
        {({ citationChanges }) =>
          citationChanges ? (
            <ChangesText changes={citationChanges} />
          ) : (
            <p className="empty">It is compared with nothing.</p>
          )
        }
      </Answered>
    </Section>
  );
}

function ChangesText({ changes }: { readonly changes: Changes }) {
  const { explanation, before, added, addedStanding, dropped, droppedStanding, first, firstStanding } = changes;
  return (
    <>
      <p className="section-note">
        {explanation}{" "}
        {before && (
          <>
            <NodeLink id={before.id} name={before.name} />, {dateText(before.issuedOn)}.
          </>
        )}
      </p>
      {before && (
        <div className="changes">
          <ChangeList title="New in it" standing={addedStanding} items={added} none="nothing new" />
          <ChangeList title="No longer in it" standing={droppedStanding} items={dropped} none="nothing dropped" />
          <ChangeList
            title="First of all in it"
            standing={firstStanding}
            items={first}
            none="nothing for the first time"
          />
        </div>
      )}
    </>
  );
}

interface ChangeListProps {
  readonly title: string;
  readonly standing: string;
  readonly items: readonly { readonly id: string; readonly name: string; readonly standing: string }[];
  readonly none: string;
}

function ChangeList({ title, standing, items, none }: ChangeListProps) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="small">
        <span className="tag">{standing}</span>
      </p>
      {items.length === 0 ? (
        <p className="empty">As far as is known, {none}.</p>
      ) : (
        <ul className="plain">
          {items.map((item) => (
            <li key={item.id}>
              <NodeLink id={item.id} name={item.name} />
              {item.standing !== standing && (
                <>
                  {" "}
                  <span className="tag">{item.standing}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
