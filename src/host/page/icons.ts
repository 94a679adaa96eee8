/** Puts its icon before the text of every element inside `root` that names one in `data-icon`. */
export function drawIcons(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-icon]")) {
    const path = ICONS[element.dataset["icon"] ?? ""];
    if (path && !element.querySelector("svg")) element.insertAdjacentHTML("afterbegin", svg(path));
  }
}

function svg(paths: string): string {
  return `<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">${paths}</svg>`;
}

/** Drawn on a grid of 20 with a stroke, in the manner of Office's line icons. */
const ICONS: Record<string, string> = {
  open: '<path d="M2.5 15.5v-10a1 1 0 0 1 1-1h4l2 2h6a1 1 0 0 1 1 1v1.5"/><path d="M2.6 15.7 5 9.5h13l-2.3 6.2z"/>',
  save: '<path d="M3.5 4.5a1 1 0 0 1 1-1h9l3 3v9a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1z"/><path d="M6.5 3.5v4h6v-4M6 16.5v-5h8v5"/>',
  pane: '<rect x="2.5" y="3.5" width="15" height="13" rx="1.5"/><path d="M12.5 3.5v13M14.5 7h1M14.5 9.5h1"/>',
  run: '<path d="M16 6.5A7 7 0 1 0 17 10"/><path d="M16.5 3v4h-4"/>',
  close: '<path d="m5 5 10 10M15 5 5 15"/>',
  settings: '<path d="M3 6h7M14 6h3M3 14h3M10 14h7"/><circle cx="12" cy="6" r="2"/><circle cx="8" cy="14" r="2"/>',
};
