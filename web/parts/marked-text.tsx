import { AddressLink } from "./links.tsx";
import { addressOf, graphAddress } from "../addresses.ts";

/** A stretch of a text that names something: half-open, in UTF-16 code units from the beginning of that text. */
export interface MarkedSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: "citation" | "mention";
  readonly id: string;
  readonly name: string;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Spans that cover it, the longest first. */
  readonly covers: readonly MarkedSpan[];
}

interface MarkedTextProps {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  /** Id of the thing whose spans stand out at the moment. */
  readonly bright?: string | null;
}

/** A text with the exact words marked that name something; where spans overlap each keeps a line of its own. */
export function MarkedText({ text, spans, bright = null }: MarkedTextProps) {
  return (
    <bdi className="marked-text">
      {piecesOf(text.length, spans).map(({ start, end, covers }) => (
        <Covered key={start} covers={covers} bright={bright} text={text.slice(start, end)} />
      ))}
    </bdi>
  );
}

function Covered({
  covers,
  bright,
  text,
}: {
  readonly covers: readonly MarkedSpan[];
  readonly bright: string | null;
  readonly text: string;
}) {
  const innermost = covers.at(-1);
  if (!innermost) return text;
  const names = covers.map(({ name }) => name).join("; ");
  let marked = (
    <AddressLink address={addressOf(innermost.id) ?? graphAddress(innermost.id)} text={text} title={names} />
  );
  covers.toReversed().forEach(({ kind, id }, level) => {
    marked = (
      <span className={`span span-${kind} span-level-${Math.min(level, 3)}${id === bright ? " span-bright" : ""}`}>
        {marked}
      </span>
    );
  });
  return marked;
}

/** Cuts a text at every beginning and end of a span. What lies outside the text is left out. */
export function piecesOf(length: number, spans: readonly MarkedSpan[]): readonly Piece[] {
  const within = spans.filter(({ start, end }) => start >= 0 && end <= length && start < end);
  const cuts = [...new Set([0, length, ...within.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? length;
    const covers = within
      .filter((span) => span.start <= start && span.end >= end)
      .sort((a, b) => b.end - b.start - (a.end - a.start));
    return { start, end, covers };
  });
}
