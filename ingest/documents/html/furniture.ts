import type { Look } from "./look.ts";

/** How an element stands in its page, for the rules about furniture. */
export interface Standing {
  /** It is inside an `article` or `main`. */
  readonly inArticle: boolean;
  /** A first-level heading or a `time` stands in it. */
  readonly namesText: boolean;
  /** Characters of its running text, outside of links. */
  readonly prose: number;
}

interface FurnitureRule {
  /** What it is called in the report of what was left out. */
  readonly id: string;
  readonly holds: (look: Look, standing: Standing) => boolean;
}

const words = (text: string) => new Set(text.split(" "));
const shares = (own: ReadonlySet<string>, listed: ReadonlySet<string>) => {
  for (const word of own) if (listed.has(word)) return true;
  return false;
};
const named = (listed: ReadonlySet<string>) => (look: Look) => shares(look.words, listed);

const menus = words(
  "nav navbar navigation menu menus menubar submenu megamenu breadcrumb breadcrumbs crumbs sitemap pagination pager " +
    "skip-link skiplink skiplinks topbar toolbar sidenav subnav",
);
const feet = words("footer copyright colophon subfooter disclaimer");
const sides = words("sidebar sidebars aside rail widget widgets rightbar leftbar");
const sharing = words(
  "share sharing shares social socials sharethis addthis addtoany sharedaddy sharebar social-share printfriendly",
);
const related = words(
  "related recommended recommendation recommendations trending popular mostread readmore alsoread outbrain taboola " +
    "jp-relatedposts read-more also-read more-news latest-news other-news newsfeed",
);
const advertising = words("ad ads advert adverts advertisement advertising adsbygoogle adslot sponsored sponsor promo gpt");
const notices = words(
  "cookie cookies consent gdpr popup modal overlay newsletter subscribe subscription paywall login signup signin comments " +
    "disqus respond captcha poll chatbot cookiebar",
);
const unseen = words("hidden hide invisible sr-only visually-hidden visuallyhidden screen-reader-text d-none offscreen");
const heads = words("masthead site-header page-header topheader site-branding branding banner");

/**
 * Ordered; an element for which one holds is furniture of the page, unless much of the page's running text stands in it
 * (see {@link mostProse}). Adding a kind of furniture is one entry.
 */
const furnitureRules: readonly FurnitureRule[] = [
  {
    id: "navigation",
    holds: (look) =>
      look.name === "nav" ||
      look.name === "menu" ||
      /^(?:navigation|menu|menubar|search|tablist|toolbar)$/.test(look.role) ||
      named(menus)(look),
  },
  {
    id: "header",
    holds: (look, { inArticle, namesText, prose }) =>
      !inArticle &&
      !namesText &&
      prose === 0 &&
      (look.name === "header" || look.role === "banner" || named(heads)(look)),
  },
  {
    id: "footer",
    holds: (look, { inArticle }) =>
      (look.name === "footer" && !inArticle) || look.role === "contentinfo" || named(feet)(look),
  },
  {
    id: "sidebar",
    holds: (look) => look.name === "aside" || look.role === "complementary" || named(sides)(look),
  },
  { id: "sharing", holds: (look, { prose }) => prose === 0 && named(sharing)(look) },
  { id: "related links", holds: named(related) },
  { id: "advertising", holds: named(advertising) },
  { id: "notice", holds: (look) => /^(?:alert|status|log)$/.test(look.role) || named(notices)(look) },
  { id: "form", holds: ({ name, role }, { prose }) => (name === "form" || role === "form") && prose === 0 },
  { id: "hidden", holds: named(unseen) },
];

const names = new Set(["nav", "menu", "header", "footer", "aside", "form"]);

/** What kind of furniture an element is, or null. */
export function furnitureRule(look: Look, standing: Standing): string | null {
  if (look.bare && !names.has(look.name)) return null;
  return furnitureRules.find(({ holds }) => holds(look, standing))?.id ?? null;
}

/** Share of the page's running text that furniture can hold: what holds more is no furniture, whatever it is called. */
export const mostProse = 0.3;

/** Elements and roles that say themselves that the text of the page is in them. */
export function saysItIsMain(look: Look): boolean {
  return (
    look.name === "article" ||
    look.name === "main" ||
    look.role === "main" ||
    look.role === "article" ||
    look.value("itemprop") === "articleBody"
  );
}
