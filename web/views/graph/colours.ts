/** Colours of the page as they are now, for what does not read the style sheet. */
export interface Colours {
  readonly ink: string;
  readonly paper: string;
  readonly rule: string;
  readonly quiet: string;
  readonly accent: string;
}

/** Reads them off an element of the page, so that light and dark follow. */
export function coloursOf(place: HTMLElement): Colours {
  const probe = place.appendChild(document.createElement("span"));
  const read = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    ink: read("ink"),
    paper: read("paper"),
    rule: read("rule"),
    quiet: read("quiet"),
    accent: read("accent"),
  };
  probe.remove();
  return colours;
}
