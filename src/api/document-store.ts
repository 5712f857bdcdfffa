import type { DocumentNode } from "graphql";

/** Keeps documents that were parsed and found valid, by a key, where Apollo Server looks for them. */
export interface DocumentStore {
  readonly get: (key: string) => Promise<DocumentNode | undefined>;
  readonly set: (key: string, document: DocumentNode) => Promise<void>;
  readonly delete: (key: string) => Promise<boolean>;
}

/**
 * A store of the documents that were used last, `most` of them. Apollo Server's own holds thirty megabytes of them as they are
 * printed, many times that in memory, and prints each one to know.
 */
export function createDocumentStore(most: number): DocumentStore {
  const documents = new Map<string, DocumentNode>();
  return {
    get: (key) => {
      const found = documents.get(key);
      // A map keeps the order in which keys came: the first is the one that was not used for the longest time.
      if (found && documents.delete(key)) documents.set(key, found);
      return Promise.resolve(found);
    },
    set: (key, document) => {
      documents.set(key, document);
      const [oldest] = documents.keys();
      if (documents.size > most && oldest !== undefined) documents.delete(oldest);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
