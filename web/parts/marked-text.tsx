import { AddressLink } from "./links.tsx";
import { addressOf, graphAddress } from "../addresses.ts";
import { piecesOf } from "./pieces.ts";
import type { MarkedSpan } from "./pieces.ts";

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
