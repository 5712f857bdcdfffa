import type { ErrorComponentProps } from "@tanstack/react-router";
import { Page } from "../parts/page.tsx";

/** What stands where a view itself fails: our own bug, or a part of the page that could not be loaded. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <Page
      kind="Fault"
      title="This view does not work"
      summary={
        <>
          <code>{location.pathname}</code> cannot be shown: {error instanceof Error ? error.message : String(error)}
        </>
      }
    >
      <div className="notice notice-error" role="alert">
        <p>Where the server was updated meanwhile, loading the page again helps.</p>
        <button
          type="button"
          onClick={() => {
            reset();
            location.reload();
          }}
        >
          Load again
        </button>
      </div>
    </Page>
  );
}
