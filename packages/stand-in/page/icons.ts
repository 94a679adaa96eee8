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
  undo: '<path d="M7 4 3.5 7.5 7 11"/><path d="M3.5 7.5H12a4.5 4.5 0 0 1 0 9H8"/>',
  redo: '<path d="m13 4 3.5 3.5L13 11"/><path d="M16.5 7.5H8a4.5 4.5 0 0 0 0 9h4"/>',
  borders: '<rect x="3.5" y="3.5" width="13" height="13"/><path d="M10 3.5v13M3.5 10h13"/>',
  fill: '<path d="m8 3 6.5 6.5-5 5a1.4 1.4 0 0 1-2 0L3.5 10.5a1.4 1.4 0 0 1 0-2z"/><path d="M4 9.5h10.5M16.5 12.5c1 1.4 1.3 2 1.3 2.6a1.3 1.3 0 0 1-2.6 0c0-.6.3-1.2 1.3-2.6z"/>',
  font: '<path d="m5.5 12 4.5-9 4.5 9M7 9.5h6"/><path d="M4 16.5h12" stroke-width="3" stroke="#d13438"/>',
  left: '<path d="M3 5h14M3 10h8M3 15h11"/>',
  center: '<path d="M3 5h14M6 10h8M4.5 15h11"/>',
  right: '<path d="M3 5h14M9 10h8M6 15h11"/>',
  wrap: '<path d="M3 4.5h14M3 15.5h5M3 10h11.5a2.75 2.75 0 0 1 0 5.5H11"/><path d="m13 13-2.5 2.5L13 18"/>',
  merge: '<rect x="2.5" y="5.5" width="15" height="9"/><path d="M5 10h10M7 8l-2 2 2 2M13 8l2 2-2 2"/>',
  moreDecimals:
    '<path d="M3 12.5v.01M13 15.5H5M7 13.5l-2 2 2 2"/><rect x="6" y="4" width="3.5" height="6" rx="1.7"/><rect x="12.5" y="4" width="3.5" height="6" rx="1.7"/><path d="M3.5 10v.01"/>',
  fewerDecimals: '<path d="M5 15.5h8M11 13.5l2 2-2 2M3.5 10v.01"/><rect x="6" y="4" width="3.5" height="6" rx="1.7"/>',
  find: '<circle cx="8.5" cy="8.5" r="5"/><path d="m12.5 12.5 4.5 4.5"/>',
  gridlines:
    '<rect x="2.5" y="3.5" width="15" height="13"/><path d="M2.5 8h15M2.5 12h15M7.5 3.5v13M12.5 3.5v13" stroke-dasharray="1.5 1.5"/>',
  up: '<path d="m5 12.5 5-5 5 5"/>',
  down: '<path d="m5 7.5 5 5 5-5"/>',
  settings: '<path d="M3 6h7M14 6h3M3 14h3M10 14h7"/><circle cx="12" cy="6" r="2"/><circle cx="8" cy="14" r="2"/>',
};
