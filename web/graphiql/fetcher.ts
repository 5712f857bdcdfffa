import type { GraphiQLProps } from "graphiql";

/** Asks the API of this origin. */
export const fetcher: GraphiQLProps["fetcher"] = async (request) => {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  return (await response.json()) as object;
};
