import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useCallback } from "react";

/** Sets a parameter: an empty text takes it out of the address. `push` makes a step that the back button undoes. */
export type SetParameter = (value: string, how?: "push" | "replace") => void;

/** One parameter of the address, empty where it is not there, and what sets it. State lives in the address and nowhere else. */
export function useParameter(name: string): readonly [string, SetParameter] {
  const value = useRouterState({ select: ({ location }) => (location.search as Search)[name] ?? "" });
  const setAll = useParameters();
  const set = useCallback<SetParameter>((next, how = "push") => { setAll({ [name]: next }, how); }, [name, setAll]); // prettier-ignore
  return [value, set];
}

/** Sets several parameters in one step; the others stay. */
export function useParameters(): (changes: Search, how?: "push" | "replace") => void {
  const navigate = useNavigate();
  return useCallback(
    (changes, how = "push") => {
      const search = (before: Search) => kept({ ...before, ...changes });
      void navigate({ to: ".", search: search as never, hash: true, replace: how === "replace", resetScroll: false });
    },
    [navigate],
  );
}

type Search = Readonly<Record<string, string>>;

/** Reads the search part of an address: texts only, the last of a name counts. */
export function parseSearch(search: string): Search {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes the search part of an address; what is empty is left out. */
export function stringifySearch(search: Readonly<Record<string, unknown>>): string {
  const text = new URLSearchParams(kept(search)).toString();
  return text === "" ? "" : `?${text}`;
}

function kept(search: Readonly<Record<string, unknown>>): Search {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => typeof value === "string" && value !== ""),
  ) as Search;
}
