import { useEffect } from "react";
import type { ReactNode } from "react";
import type { Asked } from "../ask/use-ask.ts";
import { capital } from "../words.ts";
import { Answered } from "./states.tsx";

interface PageProps {
  /** What kind of thing this is: stands above the title. */
  readonly kind: string;
  readonly title: string;
  /** One or two sentences in plain words. */
  readonly summary: ReactNode;
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}

/** A view: kind, title, summary, bar, and what follows. */
export function Page({ kind, title, summary, bar, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · ASEAN Defence Graph`;
  }, [title]);
  return (
    <article className="page">
      <header className="page-head">
        <p className="kind">{kind}</p>
        <h1>
          <bdi>{title}</bdi>
        </h1>
        <div className="summary">{summary}</div>
        {bar}
      </header>
      {children}
    </article>
  );
}

interface AnsweredPageProps<Answer> {
  readonly asked: Asked<Answer>;
  /** What is being asked, in words that finish "Asking for …"; the title of the page where there is no answer. */
  readonly what: string;
  readonly children: (data: Answer) => ReactNode;
}

/** A view that is made of one answer; where there is none it says so under a title of its own. */
export function AnsweredPage<Answer>({ asked, what, children }: AnsweredPageProps<Answer>) {
  const answered = (
    <Answered asked={asked} what={what}>
      {children}
    </Answered>
  );
  if (asked.state === "asking" || asked.state === "answered") return answered;
  return (
    <Page kind="No answer" title={capital(what)} summary="This page is here; what it shows could not be had.">
      {answered}
    </Page>
  );
}

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a view with a heading that can be linked to. */
export function Section({ id, title, note, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="section">
      <h2 id={id}>{title}</h2>
      {note !== undefined && <p className="section-note">{note}</p>}
      {children}
    </section>
  );
}

/** Nothing has this id: says what was looked for and where to look. */
export function NotThere({ id }: { readonly id: string }) {
  return (
    <Page
      kind="Not there"
      title="Nothing has this address"
      summary={
        <>
          Nothing in this revision has the id <code>{id}</code>.
        </>
      }
    >
      <p>It may have been loaded from a document that is no longer there. Search for its name above.</p>
    </Page>
  );
}

interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  /** A long one has a row of its own. */
  readonly wide?: true;
}

/** Facts as a list of terms and values; those without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (Fact | false | null | undefined)[] }) {
  return (
    <dl className="facts">
      {facts
        .filter((fact) => fact !== false && fact != null)
        .map(({ label, value, wide }) => (
          <div key={label} className={wide ? "fact-wide" : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
