import type { Rule } from "./rule.ts";

/** A record says where it comes from, or says that it is recalled. */
export const sourcesMissingRule: Rule = {
  id: "sources-missing",
  severity: "error",
  leavesOut: false,
  find: ({ records }) =>
    records.flatMap((record) => {
      const { value } = record;
      if (!("confidence" in value) || value.sources.length > 0 || value.confidence === "unsourced") return [];
      const message = `${value.id} names no source: add one, or write confidence: unsourced`;
      return [{ record, path: ["sources"], message }];
    }),
};
