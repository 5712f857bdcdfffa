/** A question of questions/ as GraphiQL loads it. */
export interface LoadedQuestion {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  /** JSON of its variables with their examples. */
  readonly variables: string;
}

const texts = import.meta.glob<string>("../../questions/*.graphql", { query: "?raw", import: "default", eager: true });

/** Every question, by name. */
export const questions: readonly LoadedQuestion[] = Object.entries(texts).map(([path, text]) => ({
  name: path.replace(/^.*\/|\.graphql$/g, ""),
  title: /^# title: (.*)$/m.exec(text)?.[1] ?? path,
  text: text.replace(/^(?:#.*\n)+/, ""),
  variables: JSON.stringify(examplesIn(text), null, 2),
}));

/** The question of that name, if there is one. */
export function questionNamed(name: string): LoadedQuestion | undefined {
  return questions.find((question) => question.name === name);
}

/** The examples that the header of a question gives for its variables: `#   NAME:`, and below it `#     example: VALUE`. */
function examplesIn(text: string): Readonly<Record<string, unknown>> {
  const found = text.matchAll(/^# {3}(\w+):\n(?:# {5}.*\n)*?# {5}example: (.*)$/gm);
  return Object.fromEntries([...found].map(([, name = "", example = ""]) => [name, plain(example)]));
}

/** A scalar as the header writes it: JSON where it is that, else the text itself. */
function plain(example: string): unknown {
  try {
    return JSON.parse(example) as unknown;
  } catch {
    return example;
  }
}
