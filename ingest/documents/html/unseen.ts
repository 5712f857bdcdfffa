import type { Look } from "./look.ts";

interface UnseenRule {
  readonly id: string;
  /** True where it holds what a person wrote to be read, if not here: how much of it there is, is reported. */
  readonly words: boolean;
  readonly holds: (look: Look) => boolean;
}

/** Elements whose content a browser runs, draws or fills in, but does not print as text. */
const code = new Set(
  (
    "script style template noscript noframes noembed title iframe object embed applet svg math canvas audio video map " +
    "select option textarea button datalist progress meter xml rp"
  ).split(" "),
);

/** Ordered; an element for which one holds is not seen by a reader, with all that stands in it. Adding a way is one entry. */
export const unseenRules: readonly UnseenRule[] = [
  { id: "code", words: false, holds: ({ name }) => code.has(name) },
  { id: "dialog", words: true, holds: ({ name, role }) => name === "dialog" || role.endsWith("dialog") },
  {
    id: "hidden",
    words: true,
    holds: ({ value }) => (value("hidden") ?? "until-found").toLowerCase() !== "until-found",
  },
  { id: "aria-hidden", words: true, holds: ({ value }) => value("aria-hidden")?.toLowerCase() === "true" },
  {
    id: "style",
    words: true,
    holds: ({ style }) =>
      /(?:^|;)(?:display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?|font-size:0(?:p[xt]|r?em)?|mso-hide:all)(?:!important)?(?:;|$)/.test(
        style,
      ),
  },
];

/** The rule by which an element is not seen, or null. */
export function unseenBy(look: Look): UnseenRule | null {
  if (look.bare && !code.has(look.name) && look.name !== "dialog") return null;
  return unseenRules.find(({ holds }) => holds(look)) ?? null;
}
