import type { Problem } from "../problem.ts";
import { shortHash } from "./claims.ts";
import { known, type Rows } from "./row.ts";

/** Problems of the material; `documentOf` gives the statement or report that a file holds, for those that have one. */
export function problemRows(problems: readonly Problem[], documentOf: ReadonlyMap<string, string>): Rows {
  const entries = new Map(problems.map((problem) => [idOf(problem), problem]));
  return {
    nodes: [...entries].map(([id, problem]) => ({
      id,
      properties: known({
        rule: problem.rule,
        severity: problem.severity,
        message: problem.message,
        file: problem.file,
        subject: problem.subject,
        line: problem.line,
        start: problem.span?.start,
        end: problem.span?.end,
      }),
    })),
    edges: [...entries].flatMap(([id, { file }]) => {
      const document = documentOf.get(file);
      return document ? [{ type: "IN", from: id, to: document, properties: {} }] : [];
    }),
  };
}

function idOf({ file, rule, message, line, span }: Problem): string {
  return `problem:${shortHash([file, rule, message, String(line), String(span?.start)])}`;
}
