import { pixels } from "./chartLook";

/** What a user does to a chart; the workbook makes one step to undo of each. */
export interface ChartActions {
  select(id: string): void;
  move(id: string, left: number, top: number): void;
  delete(id: string): void;
  /** Escape: the cells have the keys again. */
  leave(): void;
}

/** Which chart it is, and where it lies on the sheet, in points. */
interface ChartPlace {
  id: string;
  left: number;
  top: number;
}

/** Lets a chart be taken by the mouse and by the keys: dragged or moved by arrows, and deleted. `zoom` is that of the grid. */
export function moveChart(
  element: HTMLElement,
  place: () => ChartPlace,
  zoom: () => number,
  actions: ChartActions,
): void {
  element.tabIndex = 0;
  let grip: { x: number; y: number; moved: boolean } | null = null;
  const offset = (event: PointerEvent) =>
    grip ? { x: event.clientX - grip.x, y: event.clientY - grip.y } : { x: 0, y: 0 };
  element.addEventListener("focus", () => actions.select(place().id));
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    element.focus();
    element.setPointerCapture(event.pointerId);
    grip = { x: event.clientX, y: event.clientY, moved: false };
  });
  element.addEventListener("pointermove", (event) => {
    if (!grip) return;
    const { x, y } = offset(event);
    // A hand that trembles does not move a chart.
    grip.moved ||= Math.hypot(x, y) > 4;
    if (grip.moved) element.style.translate = `${x}px ${y}px`;
  });
  element.addEventListener("pointerup", (event) => {
    const { x, y } = offset(event);
    const moved = grip?.moved ?? false;
    grip = null;
    element.style.translate = "";
    if (moved) moveBy(x / zoom(), y / zoom());
  });
  element.addEventListener("pointercancel", () => {
    grip = null;
    element.style.translate = "";
  });
  element.addEventListener("keydown", (event) => {
    const step = event.ctrlKey ? 1 : 10;
    const arrow = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[
      event.key
    ];
    if (arrow) moveBy(arrow[0] ?? 0, arrow[1] ?? 0);
    else if (event.key === "Delete" || event.key === "Backspace") actions.delete(place().id);
    else if (event.key === "Escape") actions.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  function moveBy(x: number, y: number): void {
    const { id, left, top } = place();
    const points = (from: number, by: number) => Math.max(0, Math.round((from + by / pixels(1)) * 100) / 100);
    actions.move(id, points(left, x), points(top, y));
  }
}
