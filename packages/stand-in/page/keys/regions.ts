/** A part of the page that F6 goes to; `focus` answers false where it has nothing to focus now. */
interface Region {
  holds(element: Element): boolean;
  focus(): boolean;
}

/** F6 goes round the parts of the page, Shift+F6 back, as in Excel: ribbon, cells, sheet tabs, task pane. */
export class Regions {
  constructor(private readonly regions: Region[]) {}

  /** Goes on from the region that holds an element, or that has this place among the regions. */
  go(from: Element | number | null, step: 1 | -1): void {
    const { regions } = this;
    const place = typeof from === "number" ? from : from ? regions.findIndex((region) => region.holds(from)) : -1;
    for (let count = 1; count <= regions.length; count++) {
      const next = regions[(Math.max(0, place) + step * count + regions.length * 2) % regions.length];
      if (next?.focus()) return;
    }
  }
}
