import type { Kind } from "../ids.ts";
import type { Span } from "../span.ts";
import type { NameHit } from "./name-index.ts";

/** A reason not to take the words of a name for a mention. */
export interface Guard {
  readonly id: string;
  /** True where the hit is no mention. */
  readonly rejects: (text: string, hit: NameHit) => boolean;
}

const letter = /[\p{L}\p{N}]/u;

/** Hyphens, and the dash that is printed for one. Guards are asked about every hit: this spares them most patterns. */
function isHyphen(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x2d || code === 0x2010 || code === 0x2011 || code === 0x2013;
}

function isOf(id: string, kind: Kind): boolean {
  return id.startsWith(kind) && id.charAt(kind.length) === ":";
}

const adjectives =
  /^[-‐‑–](?:led|driven|related|centric|cent(?:er|re)d|wide|based|initiated|specific|mandated|sponsored|hosted|backed|friendly|style|like|owned)\b/i;

/** Capitalised words that make another name of the place or country before them. */
const proprietary = [
  ...[
    "Hotel",
    "Resort",
    "Airport",
    "International Airport",
    "Airshow",
    "Sea",
    "Airlines",
    "Airline",
    "Post",
    "Times",
    "News",
    "Bulletin",
    "Star",
    "Street",
    "Road",
  ],
  ...["Dialogue", "University", "Exchange", "Declaration", "Joint Declaration", "Joint Statement", "Communiqué"],
  ...["Communique", "Concord", "Consensus", "Plan of Action", "Action Plan", "Action Programme", "Programme of Action"],
  ...[
    "Protocol",
    "Principles",
    "Treaty",
    "Accord",
    "Agreement",
    "Convention",
    "Process",
    "Charter",
    "Roadmap",
    "Vision",
  ],
  ...["Sea", "Strait", "Straits", "Bay", "Gulf", "Airshow", "Armed Forces"],
  ...["Statement", "Commitment", "Pledge", "Guidelines", "Framework", "Outlook", "Agenda", "Work Plan"],
];
const alternatives = [...proprietary, ...proprietary.map((word) => word.toUpperCase())].join("|");
/** `South China Sea`, `Gulf of Thailand`: the name of a water or a land that belongs to several. */
const waterBehind = /^\s(?:Seas?|Straits?|Ocean|Peninsula|Gulf|River|Selatan)(?!\p{L})/u;
const waterBefore = /(?:\b(?:Seas?|Straits?|Gulf|Bay)\s+of\s+(?:\p{Lu}\p{L}+\s+and\s+)?|\b(?:Laut|mer\s+de)\s+)$/iu;
const ofAnotherName = new RegExp(`^ (?:${alternatives})(?![\\p{L}])`, "u");

/** Ordered. Adding a guard is one entry here. */
export const guards: readonly Guard[] = [
  {
    id: "part-of-compound",
    rejects: (text, { start, end }) => {
      const before = isHyphen(text, start - 1) && letter.test(text.charAt(start - 2));
      const after = isHyphen(text, end) && letter.test(text.charAt(end + 1));
      return before || (after && !/[\s-]/.test(text.slice(start, end)));
    },
  },
  {
    id: "file-number",
    rejects: (text, { end }) =>
      text.charAt(end) === "/" && /^(?:\/[A-Z\d.-]{1,12}){1,4}\/\d/.test(text.slice(end, end + 60)),
  },
  {
    id: "adjective",
    rejects: (text, { end }) => isHyphen(text, end) && adjectives.test(text.slice(end, end + 20)),
  },
  {
    id: "groups-for-one",
    rejects: (text, { ids, start, end }) =>
      ids.some((id) => isOf(id, "working-group")) && /\b(?:EWGs|Groups|GROUPS)\b/.test(text.slice(start, end)),
  },
  {
    id: "other-name",
    rejects: (text, { ids, end }) =>
      ids.every((id) => isOf(id, "place") || isOf(id, "country")) && ofAnotherName.test(text.slice(end, end + 24)),
  },
  {
    id: "water",
    rejects: (text, { ids, start, end }) =>
      ids.every((id) => isOf(id, "place") || isOf(id, "country")) &&
      (waterBehind.test(text.slice(end, end + 12)) || waterBefore.test(text.slice(Math.max(0, start - 40), start))),
  },
];

const addressSign = /:\/\/|\bwww\.|\w@\w|\w\.(?:org|com|int|gov|net|edu)\b/g;

/** Web and mail addresses, ordered: names inside them are no mentions. */
export function addressesIn(text: string): Span[] {
  const addresses: Span[] = [];
  for (const { index } of text.matchAll(addressSign)) {
    if (index < (addresses.at(-1)?.end ?? 0)) continue;
    let start = index;
    let end = index;
    while (start > 0 && !isBlank(text.charCodeAt(start - 1))) start--;
    while (end < text.length && !isBlank(text.charCodeAt(end))) end++;
    addresses.push({ start, end });
  }
  return addresses;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10;
}

/** True where no guard speaks against a hit. */
export function isMention(text: string, hit: NameHit): boolean {
  return !guards.some(({ rejects }) => rejects(text, hit));
}
