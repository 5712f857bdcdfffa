import { Link } from "@tanstack/react-router";
import { Page } from "../parts/page.tsx";

/** What stands where an address leads to no view. */
export function Lost() {
  return (
    <Page
      kind="Not there"
      title="No view has this address"
      summary="The address may be mistyped, or from a later version of the explorer."
    >
      <p>
        <Link to="/">Start at the beginning</Link>, or search above.
      </p>
    </Page>
  );
}
