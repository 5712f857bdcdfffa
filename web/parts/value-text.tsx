import { addressOf } from "../addresses.ts";
import { dateText } from "../words.ts";
import { NodeLink } from "./links.tsx";

/** The value of a claim: a date in words, the other end of a relation as a link, anything else as it is. */
export function ValueText({ value, name = value }: { readonly value: string; readonly name?: string }) {
  if (addressOf(value)) return <NodeLink id={value} name={name} />;
  return (
    <strong>
      <bdi>{/^\d{4}(-\d\d){0,2}$/.test(value) ? dateText(value) : value}</bdi>
    </strong>
  );
}
