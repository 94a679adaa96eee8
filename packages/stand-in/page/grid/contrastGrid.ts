import { InterceptorEffectEnum, type ICellDataForSheetInterceptor, type IStyleData, type Univer } from "@univerjs/core";
import type { FUniver } from "@univerjs/core/lib/facade";
import { ICanvasColorService, UniverRenderingContext2D } from "@univerjs/engine-render";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { contrastColour } from "./contrastColour";

/**
 * Draws the grid in high contrast, as Excel does: what is written and every line in white on black, whatever colours the
 * cells have, and what is selected in yellow. Answers how to switch it on and off; the grid must be dark meanwhile.
 */
export function contrastGrid(univer: Univer, api: FUniver): { set(isOn: boolean): void; dispose(): void } {
  let isOn = false;
  const injector = univer.__getInjector();
  const colours = injector.get(ICanvasColorService);
  const darkColour = colours.getRenderColor.bind(colours);
  colours.getRenderColor = (colour) => (isOn ? contrastColour(darkColour(colour), use) : darkColour(colour));
  const watching = injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: "highContrast",
    effect: InterceptorEffectEnum.Style,
    // After the tables' look, and before what reads the whole cell.
    priority: 0.5,
    handler: (cell, _at, next) => next(isOn && cell ? plainCell(cell) : cell),
  });
  return {
    set: (wanted) => {
      if (isOn === wanted) return;
      isOn = wanted;
      api.getActiveWorkbook()?.getActiveSheet().refreshCanvas();
    },
    dispose: () => watching.dispose(),
  };
}

/** Black on white, which the dark grid turns round; borders stay where they are. */
function plainCell(cell: ICellDataForSheetInterceptor): ICellDataForSheetInterceptor {
  const own: IStyleData = { cl: { rgb: "#000000" }, bg: { rgb: "#ffffff" } };
  return { ...cell, interceptorStyle: { ...cell.interceptorStyle, ...own }, themeStyle: null };
}

/** Colours are asked for lines and for fills alike: what is asked for a line is told apart where it is asked. */
let use: "fill" | "line" = "fill";
const drawn = UniverRenderingContext2D.prototype;
const strokeStyle = Object.getOwnPropertyDescriptor(drawn, "strokeStyle");
Object.defineProperty(drawn, "strokeStyle", {
  ...strokeStyle,
  set(this: UniverRenderingContext2D, colour: unknown) {
    use = "line";
    strokeStyle?.set?.call(this, colour);
    use = "fill";
  },
});
