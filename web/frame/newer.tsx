import { useRevisions } from "../ask/use-revisions.ts";

/** Says that newer data was loaded while the page was open, and shows it when wanted. */
export function Newer() {
  const { count, askAgain } = useRevisions();
  return (
    <div role="status" className="newer">
      {count > 1 && (
        <p className="notice notice-mark">
          Newer data was loaded while this page was open.{" "}
          <button type="button" onClick={askAgain}>
            Show the newer data
          </button>
        </p>
      )}
    </div>
  );
}
