/**
 * Gives the grid's own controls the names and roles that they lack, for the keyboard and for screen readers. They come and go
 * with what is shown, so every change of the grid is looked at. Answers the way to stop.
 */
export function nameControls(grid: HTMLElement): () => void {
  const mend = (): void => {
    for (const [selector, attributes] of MENDED)
      for (const control of grid.querySelectorAll(selector))
        for (const [attribute, value] of Object.entries(attributes))
          if (value === null) control.removeAttribute(attribute);
          else if (control.getAttribute(attribute) !== value) control.setAttribute(attribute, value);
    grid.querySelectorAll("[data-u-comp='sheet-bar-append-button']").forEach((button, index) => {
      button.setAttribute("aria-label", SHEET_BUTTONS[index] ?? "");
      button.setAttribute("title", SHEET_BUTTONS[index] ?? "");
    });
  };
  mend();
  const observer = new MutationObserver(mend);
  observer.observe(grid, { subtree: true, childList: true, attributeFilter: ["aria-expanded"] });
  const press = (event: KeyboardEvent): void => {
    const isPress = event.key === "Enter" || event.key === " ";
    if (!isPress || !(event.target instanceof HTMLAnchorElement) || event.target.getAttribute("role") !== "button")
      return;
    event.preventDefault();
    event.target.click();
  };
  grid.addEventListener("keydown", press);
  return () => {
    observer.disconnect();
    grid.removeEventListener("keydown", press);
  };
}

const SHEET_BUTTONS = ["New sheet", "All sheets"];

const MENDED: [selector: string, attributes: Record<string, string | null>][] = [
  ["[data-u-comp='defined-name'] input", { "aria-label": "Name box" }],
  ["[data-u-comp='defined-name'] a", { "aria-label": "Names in this workbook", role: "button", tabindex: "0" }],
  ["[data-u-comp='formula-bar'] button", { "aria-label": "Higher formula bar", title: "Higher formula bar" }],
  // The button is inside it.
  ["div[data-slot='dropdown-menu-trigger']", { "aria-haspopup": null, "aria-expanded": null }],
  // A click reaches them; the Tab key goes past, to the editor behind.
  ["canvas[tabindex]", { tabindex: "-1" }],
  ["section[data-react-aria-top-layer]", { role: "status" }],
];
