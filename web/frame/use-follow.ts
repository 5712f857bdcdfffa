import { useRouter } from "@tanstack/react-router";
import type { MouseEvent } from "react";

/**
 * What a link into the explorer does when it is clicked: goes there without loading the page anew, unless the reader wants another
 * tab or window. A page has hundreds of them; each of the router's own links works its address out again at every step.
 */
export function useFollow(): (event: MouseEvent<HTMLAnchorElement | SVGAElement>) => void {
  const router = useRouter();
  return (event) => {
    const { button, metaKey, ctrlKey, shiftKey, altKey, currentTarget } = event;
    const href = currentTarget.getAttribute("href");
    if (event.defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey || href === null) return;
    event.preventDefault();
    void router.navigate({ href });
  };
}
