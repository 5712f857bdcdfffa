import "graphiql/setup-workers/vite";
import { GraphiQL } from "graphiql";
import { createRoot } from "react-dom/client";
import "graphiql/style.css";
import "./graphiql.css";
import { fetcher } from "./fetcher.ts";
import { questionNamed } from "./questions.ts";
import { questionsPlugin } from "./questions-plugin.tsx";

/** What the address asks for: `?question=NAME`, or `?query=…&variables=…`, which may as well stand after a number sign. */
function asked(): { readonly query: string; readonly variables: string } | undefined {
  const given = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
  const question = questionNamed(given.get("question") ?? "");
  const query = question?.text ?? given.get("query");
  if (query === null) return undefined;
  return { query, variables: given.get("variables") ?? question?.variables ?? "" };
}

const given = asked();
const place = document.getElementById("graphiql");
if (!place) throw new Error("graphiql.html has no element with the id graphiql");
createRoot(place).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={[questionsPlugin]}
    visiblePlugin={questionsPlugin}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled={false}
    {...(given && { initialQuery: given.query, initialVariables: given.variables })}
    defaultQuery={"# Choose a question at the left, or write one.\n{\n  workingGroups {\n    id\n    name\n  }\n}\n"}
  >
    <GraphiQL.Logo>
      <a href="/" className="back">
        ASEAN Defence Graph
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
