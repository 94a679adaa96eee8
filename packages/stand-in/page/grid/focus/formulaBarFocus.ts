import { DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY, DOCS_NORMAL_EDITOR_UNIT_ID_KEY, type Univer } from "@univerjs/core";
import { IEditorService } from "@univerjs/docs-ui";

/**
 * A click into the formula bar gives it the keyboard; the grid's cell editor, which opens at the same moment, would take it
 * away again. Answers the way to stop.
 */
export function keepFormulaBarFocus(univer: Univer, grid: HTMLElement): () => void {
  // Until the next key or click, it is still the click that moves the focus.
  let isClicked = false;
  const pointerDown = (event: PointerEvent): void => {
    isClicked = event.target instanceof Element && event.target.closest("[data-u-comp='formula-bar'] canvas") !== null;
  };
  const keyDown = (): void => void (isClicked = false);
  const focusIn = (event: FocusEvent): void => {
    const isCellEditor = (event.target as Element).id === `__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`;
    if (!isCellEditor || !isClicked) return;
    setTimeout(() => {
      if (isClicked) univer.__getInjector().get(IEditorService).getEditor(DOCS_FORMULA_BAR_EDITOR_UNIT_ID_KEY)?.focus();
    }, 0);
  };
  grid.addEventListener("pointerdown", pointerDown, { capture: true });
  document.addEventListener("keydown", keyDown, { capture: true });
  document.addEventListener("focusin", focusIn);
  return () => {
    grid.removeEventListener("pointerdown", pointerDown, { capture: true });
    document.removeEventListener("keydown", keyDown, { capture: true });
    document.removeEventListener("focusin", focusIn);
    isClicked = false;
  };
}
