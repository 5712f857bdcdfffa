import type { Registry } from "../../ingest/index.ts";
import { between, oneOf, randomFrom, type Random } from "./random.ts";

/*
 * Texts and names made up from a seed, in the drafting style of the genre: about as many names, dates and verbs to a
 * kilobyte as the statements have.
 */

const syllables = "an er in ol ar es it on re ta ne li mo su pe da vi co fa gu ho ki lo ma nu pa ri sa te wo".split(
  " ",
);
const joints =
  "the of and to in for on with by from as that which among through under our their its all each more than while where".split(
    " ",
  );
const leads = "RECALLING REAFFIRMING NOTING WELCOMING COMMENDING RECOGNISING UNDERSCORING MINDFUL".split(" ");
const orders = "STRENGTHEN PROMOTE ENCOURAGE SUPPORT CONTINUE ENHANCE TASK DEVELOP".split(" ");
const days = ["26 February 2025", "1 November 2025", "24 October 2017", "October 2010", "2013", "9 May 2006"];

function word(random: Random): string {
  return Array.from({ length: between(random, 1, 4) }, () => oneOf(random, syllables)).join("");
}

function vocabulary(random: Random, count: number, ending = ""): string[] {
  return [...new Set(Array.from({ length: count * 2 }, () => word(random) + ending))].slice(0, count);
}

function prose(random: Random, words: readonly string[], count: number): string {
  return Array.from({ length: count }, () => oneOf(random, random() < 0.4 ? joints : words)).join(" ");
}

/** Sentences of about `size` characters with one of the names after every dozen words, each written as `write` has it. */
export function proseWithNames(
  seed: number,
  size: number,
  names: readonly string[],
  write: (name: string, random: Random) => string = (name) => name,
): string {
  const random = randomFrom(seed);
  const words = vocabulary(random, 3000);
  const parts: string[] = [];
  let length = 0;
  while (length < size) {
    const name = write(oneOf(random, names), random);
    const part = `${prose(random, words, between(random, 6, 18))} ${name}${random() < 0.3 ? ".\n" : ", "}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("").slice(0, size);
}

/** A name as texts vary it: in capitals, with a hyphen, in the plural; most often as it is. */
export function varied(name: string, random: Random): string {
  const way = random();
  if (way < 0.1) return name.toUpperCase();
  if (way < 0.2) return name.replace(" ", "-");
  return way < 0.3 ? `${name}s` : name;
}

const heads = "Programme Network Framework Centre Roadmap Guide Plan Declaration Treaty Charter Concept Paper".split(
  " ",
);
const firsts = "ASEAN Joint Regional Concept Southeast United Pacific Defence Maritime Military".split(" ");

/** Different names of two to six words, as registries hold them; their words end in `k`, which no word of the prose does. */
export function namesOf(seed: number, count: number): string[] {
  const random = randomFrom(seed);
  const words = vocabulary(random, 400, "k").map((text) => text.charAt(0).toUpperCase() + text.slice(1));
  const names = new Set<string>();
  while (names.size < count) {
    const first = oneOf(random, random() < 0.5 ? firsts : words);
    const middle = Array.from({ length: between(random, 0, 4) }, () => oneOf(random, words));
    names.add([first, ...middle, oneOf(random, heads)].join(" "));
  }
  return [...names];
}

/** A joint statement of about `size` characters that names what the registry holds. */
export function statementOf(seed: number, size: number, registry: Registry): string {
  const random = randomFrom(seed);
  const words = vocabulary(random, 3000);
  const names = registry.names
    .filter(({ id }) => /^(?:instrument|series|organisation|country|working-group|initiative|group|person):/.test(id))
    .map(({ text }) => text);
  const clause = (verb: string) => {
    const parts = Array.from(
      { length: between(random, 1, 4) },
      () => `${prose(random, words, between(random, 5, 14))} the ${oneOf(random, names)}`,
    );
    const day = random() < 0.3 ? ` on ${oneOf(random, days)}` : "";
    return `${verb} ${parts.join(", ")}${day};\n`;
  };
  const many = (verbs: readonly string[], limit: number) => {
    const clauses: string[] = [];
    for (let length = 0; length < limit; length += clauses.at(-1)?.length ?? 0) {
      clauses.push(clause(`${(clauses.length % 99) + 1}. ${oneOf(random, verbs)}`));
    }
    return clauses.join("");
  };
  return [
    "JOINT STATEMENT BY THE ASEAN DEFENCE MINISTERS ON MADE-UP MATTERS\n\n",
    "The 12th ASEAN Defence Ministers' Meeting-Plus (ADMM-Plus) met in Kuching, Malaysia, on 4 May 2020;\n",
    many(leads, size / 2),
    "WE HEREBY COMMIT TO:\n",
    many(orders, size / 2 - 300),
    "ADOPTED in Kuching, Malaysia, on the Fourth Day of May in the Year Two Thousand and Twenty.\n",
  ].join("");
}
