import type { ErrorComponentProps } from "@tanstack/react-router";

/** What stands where a view itself fails: our own bug, or a part of the page that could not be loaded. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return (
    <div className="notice notice-error" role="alert">
      <p>
        <strong>This view does not work.</strong> {error instanceof Error ? error.message : String(error)}
      </p>
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
  );
}
