/*
 * Words cut by a line end: whether the hyphen belongs to the word.
 */

/** First parts that keep their hyphen before a small letter. */
const keeping = new Set(
  ("anti all co counter cross cyber ex extra far high inter intra long low mid multi near non post pre pro re self semi short sub " +
    "trans tri two three four five six seven eight nine ten twenty thirty forty fifty well people open like peace").split(" "),
);

/** Knows the words of a document, and so how a cut one is written elsewhere. */
export interface Hyphens {
  /** True where the hyphen between the end of one line and the start of the next is only the end of the line. */
  readonly isBreak: (before: string, after: string) => boolean;
}

/** The words of a document, given the texts of its lines in reading order. */
export function hyphensOf(lines: readonly string[]): Hyphens {
  const words = new Set<string>();
  lines.forEach((line, index) => {
    // The two halves of a cut word are no words.
    const cut = /-\s*$/.test(lines[index - 1] ?? "");
    const own = line.replace(/\S*-\s*$/, "").replace(cut ? /^\s*\S*/ : "", "");
    for (const [word] of own.matchAll(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu)) words.add(word.toLowerCase());
  });
  const known = (word: string) => word.length >= 3 && words.has(word.toLowerCase());
  return {
    isBreak(before, after) {
      const first = /[\p{L}\d]+(?:-[\p{L}\d]+)*(?=-$)/u.exec(before)?.[0] ?? "";
      const second = /^[\p{L}\d]+(?:-[\p{L}\d]+)*/u.exec(after)?.[0] ?? "";
      if (first === "" || !/^\p{Ll}/u.test(second) || /[\p{Lu}\d]$/u.test(first)) return false;
      if (known(`${first}-${second}`)) return false;
      if (known(first + second)) return true;
      if (`${first}${second}`.includes("-") || (known(first) && known(second))) return false;
      return !keeping.has(first.toLowerCase());
    },
  };
}
