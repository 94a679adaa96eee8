import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, DOCS_NORMAL_EDITOR_UNIT_ID_KEY, type Univer } from "@univerjs/core";
import { IEditorService } from "@univerjs/docs-ui";

/**
 * A click into the formula bar gives it the keyboard; the grid's cell editor, which opens at the same moment, would take it
 * away again. Answers the way to stop.
 */
export function keepFormulaBarFocus(univer: Univer, grid: HTMLElement): () => void {
  let clicked = -Infinity;
  const pointerDown = (event: PointerEvent): void => {
    const isInBar =
      event.target instanceof Element && event.target.closest("[data-u-comp='formula-bar'] canvas") !== null;
    clicked = isInBar ? performance.now() : -Infinity;
  };
  const focusIn = (event: FocusEvent): void => {
    const isCellEditor = (event.target as Element).id === `__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`;
    if (!isCellEditor || performance.now() - clicked > MOMENT) return;
    setTimeout(
      () => univer.__getInjector().get(IEditorService).getEditor(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY)?.focus(),
      0,
    );
  };
  grid.addEventListener("pointerdown", pointerDown, { capture: true });
  document.addEventListener("focusin", focusIn);
  return () => {
    grid.removeEventListener("pointerdown", pointerDown, { capture: true });
    document.removeEventListener("focusin", focusIn);
  };
}

/** In milliseconds: so long after a click it is still the click that moves the focus. */
const MOMENT = 400;
