import type { FUniver } from "@univerjs/core/lib/facade";
import { BarChart, LineChart, PieChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { ChartContent } from "@workbooks/xlsx/content";
import type { ChartCells } from "./chartCells";
import { chartLooks, pixels, type ChartLook } from "./chartLook";
import { chartDescription, chartOption } from "./chartOption";
import { moveChart, type ChartActions } from "./moveCharts";

use([
  BarChart,
  LineChart,
  PieChart,
  AriaComponent,
  GridComponent,
  LegendComponent,
  LegendScrollComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  SVGRenderer,
]);

/** A chart with the identity by which the layer knows it again. */
type PlacedChart = ChartContent & { id: string };

/**
 * The charts of the sheet that is shown, drawn over the grid: they lie at their place on the sheet and move with it when it
 * is scrolled or zoomed. Univer's own grid has no charts.
 */
export class ChartLayer {
  private readonly drawn = new Map<string, { element: HTMLElement; chart: EChartsType; place: PlacedChart }>();
  private readonly forward: (event: WheelEvent) => void;
  private frame: number | null = null;
  private placedFor = "";

  constructor(
    private readonly layer: HTMLElement,
    private readonly grid: HTMLElement,
    private readonly api: FUniver,
    private readonly cells: ChartCells,
    private readonly actions: ChartActions,
    private look: ChartLook = chartLooks.light,
  ) {
    // A chart lies over the canvas, but the wheel is the sheet's.
    this.forward = (event) => {
      event.preventDefault();
      this.canvas()?.dispatchEvent(new WheelEvent("wheel", event));
    };
    layer.addEventListener("wheel", this.forward, { passive: false });
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
      entry.element.setAttribute("aria-label", chartDescription(place, this.cells));
      const [width, height] = [pixels(place.width), pixels(place.height)];
      entry.element.style.width = `${width}px`;
      entry.element.style.height = `${height}px`;
      entry.chart.resize({ width: width - 2, height: height - 2 });
      entry.chart.setOption(chartOption(place, this.cells, this.look), { notMerge: true });
    }
    this.placedFor = "";
    if (this.frame === null) this.follow();
  }

  /** The page has another theme: to be followed by `show`. */
  setLook(look: ChartLook): void {
    this.look = look;
  }

  dispose(): void {
    this.show([]);
    this.layer.removeEventListener("wheel", this.forward);
  }

  private add(place: PlacedChart): { element: HTMLElement; chart: EChartsType; place: PlacedChart } {
    const element = document.createElement("div");
    element.className = "chart";
    element.setAttribute("role", "img");
    const zoom = () => this.api.getActiveWorkbook()?.getActiveSheet().getZoom() ?? 1;
    moveChart(element, () => this.drawn.get(place.id)?.place ?? place, zoom, this.actions);
    this.layer.append(element);
    const chart = init(element, null, { renderer: "svg", width: pixels(place.width), height: pixels(place.height) });
    const entry = { element, chart, place };
    this.drawn.set(place.id, entry);
    return entry;
  }

  /**
   * Looks in every frame, as long as there are charts, whether the grid has moved: it may be scrolled, zoomed, split,
   * resized or drawn for the first time, and has no one event that tells of all of these.
   */
  private follow(): void {
    this.frame = null;
    if (this.drawn.size === 0) return;
    this.place();
    this.frame = requestAnimationFrame(() => this.follow());
  }

  /** Moves each chart to where its place on the sheet is on the screen now. */
  private place(): void {
    const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
    const skeleton = sheet?.getSkeleton();
    const canvas = this.canvas();
    if (!sheet || !skeleton || !canvas || !this.layer.parentElement) return;
    const zoom = sheet.getZoom();
    const scrolled = sheet.getScrollState();
    const [area, outer] = [canvas.getBoundingClientRect(), this.layer.parentElement.getBoundingClientRect()];
    const freeze = sheet.getFreeze();
    const state = JSON.stringify([
      zoom,
      scrolled,
      freeze,
      area,
      outer,
      skeleton.rowHeaderWidth,
      skeleton.columnHeaderHeight,
    ]);
    if (state === this.placedFor) return;
    this.placedFor = state;
    const [headerWidth, headerHeight] = [skeleton.rowHeaderWidth * zoom, skeleton.columnHeaderHeight * zoom];
    Object.assign(this.layer.style, {
      left: `${area.left - outer.left + headerWidth}px`,
      top: `${area.top - outer.top + headerHeight}px`,
      width: `${Math.max(0, area.width - headerWidth - SCROLL_BAR)}px`,
      height: `${Math.max(0, area.height - headerHeight - SCROLL_BAR)}px`,
    });
    const scrollX = startOf(skeleton.columnWidthAccumulation, scrolled.sheetViewStartColumn) + scrolled.offsetX;
    const scrollY = startOf(skeleton.rowHeightAccumulation, scrolled.sheetViewStartRow) + scrolled.offsetY;
    // What starts in frozen rows or columns stays; what is scrolled disappears behind them.
    const frozenWidth = freeze.xSplit > 0 ? startOf(skeleton.columnWidthAccumulation, freeze.startColumn) : 0;
    const frozenHeight = freeze.ySplit > 0 ? startOf(skeleton.rowHeightAccumulation, freeze.startRow) : 0;
    for (const { element, place } of this.drawn.values()) {
      const [x, y] = [pixels(place.left), pixels(place.top)];
      const left = x < frozenWidth ? x : x - scrollX;
      const top = y < frozenHeight ? y : y - scrollY;
      const hiddenLeft = x < frozenWidth ? 0 : Math.max(0, frozenWidth - left);
      const hiddenTop = y < frozenHeight ? 0 : Math.max(0, frozenHeight - top);
      element.style.transform = `translate(${left * zoom}px, ${top * zoom}px) scale(${zoom})`;
      element.style.clipPath = hiddenLeft > 0 || hiddenTop > 0 ? `inset(${hiddenTop}px 0 0 ${hiddenLeft}px)` : "none";
    }
  }

  private canvas(): HTMLCanvasElement | null {
    return this.grid.querySelector<HTMLCanvasElement>("canvas[id^='univer-sheet-main-canvas']");
  }
}

const SCROLL_BAR = 10;

/** Where a row or column starts: the end of the one before. */
function startOf(ends: number[], index: number): number {
  return index <= 0 ? 0 : (ends[index - 1] ?? 0);
}
