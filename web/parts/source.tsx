import { dateText } from "../words.ts";

/** What a reader needs of a source. */
export interface SourceFacts {
  readonly publisher: string;
  readonly title: string;
  readonly address: string | null;
  readonly kind: string;
  readonly publishedOn: string | null;
}

interface SourceLineProps {
  readonly source: SourceFacts;
  readonly locator?: string | null;
  readonly basis?: string | null;
}

/** A source in one line: publisher, title with its address, day, place in it, and how reliable its kind is. */
export function SourceLine({
  source: { publisher, title, address, kind, publishedOn },
  locator,
  basis,
}: SourceLineProps) {
  return (
    <>
      <bdi>{publisher}</bdi>:{" "}
      {isWebAddress(address) ? (
        <a href={address} rel="noreferrer noopener" target="_blank">
          <bdi>{title}</bdi>
        </a>
      ) : (
        <bdi>{title}</bdi>
      )}
      {publishedOn && `, ${dateText(publishedOn)}`}
      {locator && (
        <>
          , <bdi>{locator}</bdi>
        </>
      )}{" "}
      <span className="tag">{kind}</span>
      {basis === "report" && <span className="tag">reported, not read</span>}
    </>
  );
}

/** An address from the material becomes a link only where it leads to the web. */
function isWebAddress(address: string | null): address is string {
  return address !== null && /^https?:\/\//i.test(address);
}
