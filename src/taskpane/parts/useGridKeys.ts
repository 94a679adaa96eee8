import { useEffect, useRef, type KeyboardEvent, type RefObject } from "react";

/**
 * Arrow keys, Home and End among the cells of the table in a frame. One cell is the table's stop for Tab, the one last visited;
 * the attribute says so, since Office.js on the web moves the focus by attributes and knows no other way. What stands in a cell is
 * reached by Enter or F2, and left by Esc; a link or a button is pressed at once.
 */
export function useGridKeys(): { frame: RefObject<HTMLDivElement>; onKeyDown: (event: KeyboardEvent) => void } {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const table = frame.current;
    if (!table) return undefined;
    setStops(table);
    // Rows that open later, too.
    const watch = new MutationObserver(() => setStops(table));
    watch.observe(table, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, []);
  return { frame, onKeyDown };
}

function setStops(table: HTMLElement): void {
  const cells = [...table.querySelectorAll("td")];
  const stop = cells.find((cell) => cell.tabIndex === 0) ?? cells[0];
  cells.forEach((cell) => {
    cell.tabIndex = cell === stop ? 0 : -1;
    controlIn(cell)?.setAttribute("tabindex", "-1");
  });
}

function onKeyDown(event: KeyboardEvent): void {
  const from = event.target instanceof HTMLElement ? event.target.closest("td") : null;
  if (!from) return;
  if (event.target !== from && isTyping(event.target as HTMLElement)) {
    // Its own arrow keys stay its own.
    if (event.key === "Escape") goTo(event, from, from);
    return;
  }
  if (event.target === from && (event.key === "Enter" || event.key === "F2")) {
    const control = controlIn(from);
    if (!control) return;
    event.preventDefault();
    if (isTyping(control)) control.focus();
    else control.click();
    return;
  }
  const to = neighbour(from, event.key);
  if (to) goTo(event, from, to);
}

function goTo(event: KeyboardEvent, from: HTMLTableCellElement, to: HTMLTableCellElement): void {
  event.preventDefault();
  // Esc would close what the table stands in.
  event.nativeEvent.stopImmediatePropagation();
  event.stopPropagation();
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

function controlIn(cell: HTMLTableCellElement): HTMLElement | null {
  return cell.querySelector("select, input, button");
}

function isTyping({ tagName }: HTMLElement): boolean {
  return tagName === "SELECT" || tagName === "INPUT";
}

function neighbour(cell: HTMLTableCellElement, key: string): HTMLTableCellElement | null {
  const row = cell.parentElement as HTMLTableRowElement;
  const rows = row.parentElement as HTMLTableSectionElement;
  // A row of one wide cell has no other.
  const down = (by: number) => {
    const cells = rows.rows[row.sectionRowIndex + by]?.cells;
    return cells?.[cell.cellIndex] ?? cells?.[cells.length - 1] ?? null;
  };
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
