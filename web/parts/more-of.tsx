import { graphAddress } from "../addresses.ts";
import { AddressLink } from "./links.tsx";
import { WhyButton } from "./why.tsx";

/** Ways on from a thing: all its claims, and what is around it. */
export function MoreOf({ id }: { readonly id: string }) {
  return (
    <p className="small more-of">
      <WhyButton of={id} property="" label="Everything that is claimed, with its sources" /> ·{" "}
      <AddressLink address={graphAddress(id)} text="What is around it, as a picture" />
    </p>
  );
}
