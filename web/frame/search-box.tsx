import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

/** Time without a key after which the search is in the address, in milliseconds. */
const pause = 150;

/** The search box: what is typed is searched at once, on the page for it, which the address restores. */
export function SearchBox() {
  const navigate = useNavigate();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const asked = pathname === "/search" ? ((search as Record<string, string>).q ?? "") : "";
  const [text, setText] = useState(asked);
  const typed = useRef(0);
  useEffect(() => {
    if (Date.now() - typed.current > 1_000) setText(asked);
  }, [asked]);
  useEffect(() => {
    if (text === asked || typed.current === 0) return;
    const timer = setTimeout(() => {
      go(text);
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  const go = (q: string) => {
    const there = pathname === "/search";
    if (q.trim() === "" && !there) return;
    void navigate({ to: "/search", search: (q === "" ? {} : { q }) as never, replace: there });
  };
  return (
    <form
      role="search"
      className="search-box"
      onSubmit={(event) => {
        event.preventDefault();
        go(text);
      }}
    >
      <label htmlFor="search" className="hidden">
        Search
      </label>
      <input
        id="search"
        type="search"
        placeholder="Search names, titles and texts, or paste a sentence"
        autoComplete="off"
        maxLength={2_000}
        value={text}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          document.querySelector<HTMLElement>(".search-hits a")?.focus();
        }}
        onChange={({ target }) => {
          typed.current = Date.now();
          setText(target.value);
        }}
      />
    </form>
  );
}
