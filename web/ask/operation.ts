/** One query that the explorer asks. */
export interface Query {
  /** Name of its file without the ending. */
  readonly name: string;
  /** The file: where it is one of questions/, with the header that describes it. */
  readonly text: string;
}

/** A query with the types of what it takes and answers. */
export interface Operation<Answer, Variables> extends Query {
  /** Never there at run time. */
  readonly types?: (variables: Variables) => Answer;
}

/** The query alone, without the comment lines before it. */
export function queryOf({ text }: Query): string {
  return text.replace(/^(?:#.*\n)+/, "");
}

/** The query as it can be pasted anywhere and answers at once: what it was asked with stands in it as defaults. */
export function queryToCopy(operation: Query, variables: object): string {
  const given = new Map(Object.entries(variables));
  // The explorer's variables are texts, numbers and lists of them, which GraphQL writes as JSON does.
  return queryOf(operation).replace(/\$(\w+): ([\w[\]!]+)(?= *[,)\n])/g, (declared, name: string) => {
    const value: unknown = given.get(name) ?? null;
    return value === null ? declared : `${declared} = ${JSON.stringify(value)}`;
  });
}

/** Longest search part of an address that every server between takes; a longer one goes after a number sign, and to none. */
const longestSearch = 4_000;

/** Address of GraphiQL with the query and its variables in it. */
export function graphiqlAddress(operation: Query, variables: object): string {
  const given = new URLSearchParams({ query: queryOf(operation), variables: JSON.stringify(variables, null, 2) });
  const text = given.toString();
  return `/graphiql${text.length > longestSearch ? "#" : "?"}${text}`;
}
