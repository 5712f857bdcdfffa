import { isRetryableError } from "neo4j-driver";
import type { Driver, Session } from "neo4j-driver";

type TransactionConfig = Parameters<Session["run"]>[2];

/** What the library asks of a session: one query in one transaction. */
type Work = (transaction: { readonly run: Session["run"] }) => Promise<unknown>;

/**
 * The driver as the GraphQL library is to use it for one request: every query is one message and its answer, where a managed
 * transaction is three of each; only what may go well at a second try goes the managed way, which tries again. When the signal
 * comes, the database is told to stop what it is doing for the request, and every read fails.
 */
export function readsOf(driver: Driver, signal: AbortSignal | undefined): Driver {
  const session: Driver["session"] = (options) => {
    const real = driver.session(options);
    const close = () => real.close();
    const executeRead = async (work: Work, config: TransactionConfig): Promise<unknown> => {
      signal?.throwIfAborted();
      const given = signal && givenUp(signal, close);
      try {
        return await Promise.race([readOnce(real, work, config), ...(given ? [given.rejects] : [])]);
      } finally {
        given?.forget();
      }
    };
    return { executeRead, close } as unknown as Session;
  };
  return { session, executeQueryBookmarkManager: driver.executeQueryBookmarkManager } as unknown as Driver;
}

async function readOnce(session: Session, work: Work, config: TransactionConfig): Promise<unknown> {
  try {
    return await work({ run: (query, parameters) => session.run(query, parameters, config) });
  } catch (error) {
    if (error instanceof Error && isRetryableError(error)) return session.executeRead(work, config);
    throw error;
  }
}

function givenUp(signal: AbortSignal, close: () => Promise<void>) {
  const { promise: rejects, reject } = Promise.withResolvers<never>();
  const stop = (): void => {
    reject(signal.reason as Error);
    // Closing a session in the middle of a query makes the driver reset the connection, which ends the transaction.
    close().catch(() => undefined);
  };
  signal.addEventListener("abort", stop);
  return {
    rejects,
    forget: () => {
      signal.removeEventListener("abort", stop);
    },
  };
}
