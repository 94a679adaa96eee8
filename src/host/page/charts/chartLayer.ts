import type { FUniver } from "@univerjs/core/lib/facade";
import { BarChart, LineChart, PieChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartContent } from "../../../xlsx/content";
import { chartDescription, chartOption, type FormatNumber, type ReadValues } from "./chartOption";

use([BarChart, LineChart, PieChart, AriaComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent, SVGRenderer]);

/** A chart with the identity by which the layer knows it again. */
export type PlacedChart = ChartContent & { id: string };

/**
 * The charts of the sheet that is shown, drawn over the grid: they lie at their place on the sheet and move with it when it
 * is scrolled or zoomed. Univer's own grid has no charts.
 */
export class ChartLayer {
  private readonly drawn = new Map<string, { element: HTMLElement; chart: EChartsType; place: PlacedChart }>();
  private readonly stops: (() => void)[] = [];
  private scroll = { x: 0, y: 0 };

  constructor(
    private readonly layer: HTMLElement,
    private readonly grid: HTMLElement,
    private readonly api: FUniver,
    private readonly read: ReadValues,
    private readonly format: FormatNumber,
  ) {
    const place = (): void => this.place();
    for (const event of [api.Event.Scroll, api.Event.SheetZoomChanged, api.Event.SheetSkeletonChanged] as const) {
      const subscription = api.addEvent(event, () => requestAnimationFrame(place));
      this.stops.push(() => subscription.dispose());
    }
    const size = new ResizeObserver(place);
    size.observe(grid);
    this.stops.push(() => size.disconnect());
    // A chart lies over the canvas, but the wheel is the sheet's.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      this.canvas()?.dispatchEvent(new WheelEvent("wheel", event));
    };
    layer.addEventListener("wheel", wheel, { passive: false });
    this.stops.push(() => layer.removeEventListener("wheel", wheel));
  }

  /** Shows these charts, each with the values that the sheet has now. */
  show(charts: PlacedChart[]): void {
    const wanted = new Set(charts.map((chart) => chart.id));
    for (const [id, { element, chart }] of this.drawn) {
      if (wanted.has(id)) continue;
      chart.dispose();
      element.remove();
      this.drawn.delete(id);
    }
    for (const place of charts) {
      const entry = this.drawn.get(place.id) ?? this.add(place);
      entry.place = place;
      entry.element.setAttribute("aria-label", chartDescription(place));
      const [width, height] = [pixels(place.width), pixels(place.height)];
      entry.element.style.width = `${width}px`;
      entry.element.style.height = `${height}px`;
      entry.chart.resize({ width: width - 2, height: height - 2 });
      entry.chart.setOption(chartOption(place, this.read, this.format), { notMerge: true });
    }
    this.place();
  }

  dispose(): void {
    this.show([]);
    for (const stop of this.stops) stop();
  }

  private add(place: PlacedChart): { element: HTMLElement; chart: EChartsType; place: PlacedChart } {
    const element = document.createElement("div");
    element.className = "chart";
    element.setAttribute("role", "img");
    this.layer.append(element);
    const chart = init(element, null, { renderer: "svg", width: pixels(place.width), height: pixels(place.height) });
    const entry = { element, chart, place };
    this.drawn.set(place.id, entry);
    return entry;
  }

  /** Moves each chart to where its place on the sheet is on the screen now. */
  private place(): void {
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
    const skeleton = sheet?.getSkeleton();
    const canvas = this.canvas();
    if (!sheet || !skeleton || !canvas || !this.layer.parentElement) return;
    const zoom = sheet.getZoom();
    const [headerWidth, headerHeight] = [skeleton.rowHeaderWidth * zoom, skeleton.columnHeaderHeight * zoom];
    const [frame, sheetArea] = [canvas.getBoundingClientRect(), this.layer.parentElement.getBoundingClientRect()];
    const scrollBar = 10;
    Object.assign(this.layer.style, {
      left: `${frame.left - sheetArea.left + headerWidth}px`,
      top: `${frame.top - sheetArea.top + headerHeight}px`,
      width: `${Math.max(0, frame.width - headerWidth - scrollBar)}px`,
      height: `${Math.max(0, frame.height - headerHeight - scrollBar)}px`,
    });
    const { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY } = sheet.getScrollState();
    this.scroll = {
      x: startOf(skeleton.columnWidthAccumulation, sheetViewStartColumn) + offsetX,
      y: startOf(skeleton.rowHeightAccumulation, sheetViewStartRow) + offsetY,
    };
    for (const { element, place } of this.drawn.values()) {
      const left = (pixels(place.left) - this.scroll.x) * zoom;
      const top = (pixels(place.top) - this.scroll.y) * zoom;
      element.style.transform = `translate(${left}px, ${top}px) scale(${zoom})`;
    }
  }

  private canvas(): HTMLCanvasElement | null {
    return this.grid.querySelector<HTMLCanvasElement>("canvas[data-u-comp='render-canvas'], canvas.univer-render-canvas");
  }
}

/** Points, in which Office.js measures a chart, as pixels. */
function pixels(points: number): number {
  return (points * 96) / 72;
}

/** Where a row or column starts: the end of the one before. */
function startOf(ends: number[], index: number): number {
  return index <= 0 ? 0 : (ends[index - 1] ?? 0);
}
