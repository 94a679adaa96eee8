/**
 * Draws the add-in's page roughly as a browser does under a contrast theme of the system: white text and lines on black,
 * nothing faint, no shadows. No page can force such a theme on another, and on the web Excel tells an add-in of none. What
 * the add-in's own styles say for `forced-colors` is not tried by this: for that the system has to have a contrast theme.
 */
export function contrastPane(frame: HTMLIFrameElement): (isOn: boolean) => void {
  let isOn = false;
  let forced: CSSStyleSheet | null = null;
  const apply = (): void => {
    frame.classList.toggle("contrast", isOn);
    const inside = frame.contentWindow as (Window & typeof globalThis) | null;
    if (!inside) return;
    const { document } = inside;
    const others = document.adoptedStyleSheets.filter((sheet) => sheet !== forced);
    // A sheet belongs to the page it was made in, and a load makes a new one.
    forced = isOn ? new inside.CSSStyleSheet() : null;
    forced?.replaceSync(FORCED);
    document.adoptedStyleSheets = forced ? [...others, forced] : others;
  };
  frame.addEventListener("load", apply);
  return (wanted) => {
    isOn = wanted;
    apply();
  };
}

const FORCED = `
  html, body { background: #000000 !important; }
  *, ::before, ::after {
    color: #ffffff !important;
    border-color: #ffffff !important;
    outline-color: #ffff00 !important;
    box-shadow: none !important;
    text-shadow: none !important;
  }
  a, a * { color: #ffff00 !important; }
`;
