import type { GraphiQLProps } from "graphiql";
import { questions } from "./questions.ts";

type Plugin = NonNullable<GraphiQLProps["plugins"]>[number];

/** The questions as a list at the side; each is an address, so that it can be shared and opened beside another. */
export const questionsPlugin: Plugin = { title: "Questions", icon: Sign, content: Questions };

function Questions() {
  return (
    <section className="questions" aria-label="Questions">
      <h2>Questions</h2>
      <ul>
        {questions.map(({ name, title }) => (
          <li key={name}>
            <a href={`/graphiql?question=${encodeURIComponent(name)}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sign() {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.6" aria-hidden="true">
      <path d="M7 7.5a3 3 0 1 1 4.2 2.8c-.8.4-1.2.9-1.2 1.9M10 15.2v.1" strokeLinecap="round" />
      <circle cx="10" cy="10" r="8.5" />
    </svg>
  );
}
