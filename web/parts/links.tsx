import { addressOf, graphAddress } from "../addresses.ts";
import { useFollow } from "../frame/use-follow.ts";

interface NodeLinkProps {
  readonly id: string;
  readonly name: string;
}

/** The name of a thing, leading to its page, or to the graph around it where it has none. */
export function NodeLink({ id, name }: NodeLinkProps) {
  return <AddressLink address={addressOf(id) ?? graphAddress(id)} text={name} />;
}

interface AddressLinkProps {
  readonly address: string;
  readonly text: string;
  readonly title?: string;
}

/** A link inside the explorer by its address, which may have parameters and a place in the page. */
export function AddressLink({ address, text, title }: AddressLinkProps) {
  return (
    <a href={address} title={title} onClick={useFollow()}>
      <bdi>{text}</bdi>
    </a>
  );
}

interface NodeLinksProps {
  readonly nodes: readonly NodeLinkProps[];
  /** What stands there where there is none. */
  readonly none?: string;
}

/** Several names, with commas between them. */
export function NodeLinks({ nodes, none = "–" }: NodeLinksProps) {
  if (nodes.length === 0) return <span className="quiet">{none}</span>;
  return nodes.map(({ id, name }, index) => (
    <span key={id}>
      {index > 0 && ", "}
      <NodeLink id={id} name={name} />
    </span>
  ));
}
