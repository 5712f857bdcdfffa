import { Kind, parse, visit } from "graphql";
import type { ConstDirectiveNode } from "graphql";
import { readFields } from "../../src/api/files.ts";
import type { TestGraph } from "./graph.ts";

/** One operator of an executed plan. */
export interface Operator {
  readonly name: string;
  readonly dbHits: number;
}

/**
 * The operators that a question executes for the given arguments, those not given being null: the statement of the field as it
 * stands in its file.
 */
export async function executedPlan(
  graph: TestGraph,
  field: string,
  given: Readonly<Record<string, unknown>>,
): Promise<readonly Operator[]> {
  const { statement, column } = await cypherOf(field);
  const executed = statement.replace(/\$(\w+)/g, (parameter, name: string) => (name in given ? parameter : "NULL"));
  const { summary } = await graph.driver.executeQuery(
    `CYPHER 5 PROFILE CALL () { ${executed} } RETURN ${column}`,
    given,
    {
      database: graph.name,
    },
  );
  return summary.profile === false ? [] : operators(summary.profile);
}

async function cypherOf(field: string): Promise<{ statement: string; column: string }> {
  let found: ConstDirectiveNode | undefined;
  visit(parse((await readFields()).join("\n")), {
    FieldDefinition: (node) => {
      if (node.name.value === field) found = node.directives?.find(({ name }) => name.value === "cypher");
    },
  });
  const value = (name: string) => {
    const argument = found?.arguments?.find((candidate) => candidate.name.value === name)?.value;
    return argument?.kind === Kind.STRING ? argument.value : "";
  };
  return { statement: value("statement"), column: value("columnName") };
}

interface Plan {
  readonly operatorType: string;
  readonly dbHits: number;
  readonly children: readonly Plan[];
}

function operators({ operatorType, dbHits, children }: Plan): readonly Operator[] {
  return [{ name: operatorType, dbHits }, ...children.flatMap(operators)];
}
