import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Why } from "../parts/why.tsx";
import { Coverage } from "./coverage.tsx";
import { Newer } from "./newer.tsx";
import { SearchBox } from "./search-box.tsx";

/** Lists that the navigation leads to, and the views across them. */
const ways = [
  ["/browse/statements", "Statements"],
  ["/matrix", "Matrix"],
  ["/browse/instruments", "Instruments"],
  ["/browse/working-groups", "Working groups"],
  ["/browse/meetings", "Meetings"],
  ["/browse/countries", "Countries"],
  ["/browse/people", "People"],
  ["/disputes", "Disputes"],
] as const;

/** What stands around every view: search and navigation above, the revision and the licence below. */
export function Frame() {
  const main = useMainFocus();
  return (
    <>
      <a href="#main" className="skip">
        Skip to the content
      </a>
      <header className="frame-head">
        <div className="frame-row">
          <Link to="/" className="wordmark">
            ASEAN Defence Graph
          </Link>
          <SearchBox />
        </div>
        <nav aria-label="Main">
          <ul>
            {ways.map(([address, name]) => (
              <li key={address}>
                <Link to={address as "/"} activeProps={{ "aria-current": "page" }}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <Newer />
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="frame-foot">
        <Coverage />
        <p>
          Facts are quoted with their sources; texts belong to their authors. Code and data of this project under the
          Apache License 2.0. <a href="/graphiql">GraphiQL</a> · <a href="/graphql">GraphQL API</a>
        </p>
      </footer>
      <Why />
    </>
  );
}

/** Moves the focus to the content where the path changes, so that a reader who does not see it hears it. */
function useMainFocus() {
  const main = useRef<HTMLElement>(null);
  const pathname = useRouterState({ select: ({ location }) => location.pathname });
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
