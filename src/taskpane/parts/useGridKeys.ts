import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

/**
 * Arrow keys, Home and End among the cells of the table in a frame. One cell is the table's stop for Tab, the one last visited;
 * the attribute says so, since Office.js on the web moves the focus by attributes and knows no other way.
 */
export function useGridKeys(): { frame: RefObject<HTMLDivElement>; onKeyDown: (event: KeyboardEvent) => void } {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const cells = [...(frame.current?.querySelectorAll("td") ?? [])];
    const stop = cells.find((cell) => cell.tabIndex === 0) ?? cells[0];
    cells.forEach((cell) => (cell.tabIndex = cell === stop ? 0 : -1));
  });
  return { frame, onKeyDown };
}

function onKeyDown(event: KeyboardEvent): void {
  const from = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  const to = from && neighbour(from, event.key);
  if (!from || !to) return;
  event.preventDefault();
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

function neighbour(cell: HTMLTableCellElement, key: string): HTMLTableCellElement | null {
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = row.parentElement as HTMLTableSectionElement;
  const down = (by: number) => rows.rows[row.sectionRowIndex + by]?.cells[cell.cellIndex] ?? null;
  switch (key) {
    case "ArrowLeft":
      return row.cells[cell.cellIndex - 1] ?? null;
    case "ArrowRight":
      return row.cells[cell.cellIndex + 1] ?? null;
    case "ArrowUp":
      return down(-1);
    case "ArrowDown":
      return down(1);
    case "Home":
      return row.cells[0] ?? null;
    case "End":
      return row.cells[row.cells.length - 1] ?? null;
    default:
      return null;
  }
}
