const NARROWEST = 320;
const DEFAULT = 350;

/** Lets the pane be made wider or narrower with the divider, by pointer or arrow keys; never narrower than 320 pixels. */
export function watchDivider(divider: HTMLElement, onWidth: () => void): void {
  let width = DEFAULT;
  const set = (wanted: number): void => {
    width = Math.round(Math.max(NARROWEST, Math.min(wanted, window.innerWidth * 0.7)));
    document.documentElement.style.setProperty("--paneWidth", `${width}px`);
    divider.setAttribute("aria-valuenow", String(width));
    divider.setAttribute("aria-valuemin", String(NARROWEST));
    divider.setAttribute("aria-valuemax", String(Math.round(window.innerWidth * 0.7)));
    onWidth();
  };
  divider.addEventListener("pointerdown", (event) => {
    divider.setPointerCapture(event.pointerId);
    divider.classList.add("dragging");
    // A frame would swallow the pointer's moves.
    document.body.classList.add("resizing");
  });
  divider.addEventListener("pointermove", (event) => {
    if (divider.hasPointerCapture(event.pointerId)) set(window.innerWidth - event.clientX - divider.offsetWidth);
  });
  divider.addEventListener("lostpointercapture", () => {
    divider.classList.remove("dragging");
    document.body.classList.remove("resizing");
  });
  divider.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: 10, ArrowRight: -10, PageUp: 100, PageDown: -100 }[event.key];
    if (event.key === "Home") set(NARROWEST);
    else if (step !== undefined) set(width + step);
    else return;
    event.preventDefault();
  });
  set(DEFAULT);
}
