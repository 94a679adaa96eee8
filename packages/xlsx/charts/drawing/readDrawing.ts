import type { ChartContent, SheetContent } from "../../content";
import { EMU_PER_POINT, columnLeft, rowTop } from "../../sheet/geometry";
import { attribute, child, descendants, type XmlElement } from "../../xml/parseXml";

/** A chart's frame on a drawing: where it stands, in points, and which relationship holds the chart. */
export interface ChartFrame extends Pick<ChartContent, "name" | "left" | "top" | "width" | "height" | "altText"> {
  relationshipId: string;
  anchor: XmlElement;
}

interface DrawingContent {
  charts: ChartFrame[];
  /** What stands on the drawing besides, by the local names of its elements. */
  others: Set<string>;
}

const ANCHORS = new Set(["twoCellAnchor", "oneCellAnchor", "absoluteAnchor"]);

/** Reads a drawing part; charts inside groups have no place of their own and count as others. */
export function readDrawing(root: XmlElement, sheet: SheetContent): DrawingContent {
  const others = new Set<string>();
  const charts: ChartFrame[] = [];
  for (const anchor of root.children.filter(({ local }) => ANCHORS.has(local))) {
    const frame = child(anchor, "graphicFrame");
    const chart = child(frame, "graphic", "graphicData", "chart");
    const relationshipId = attribute(chart, "id");
    if (!frame || !relationshipId) {
      otherKinds(anchor).forEach((kind) => others.add(kind));
      continue;
    }
    const properties = child(frame, "nvGraphicFramePr", "cNvPr")?.attributes ?? {};
    charts.push({
      relationshipId,
      anchor,
      name: properties["name"] ?? "",
      altText: properties["descr"] ?? "",
      ...readPlace(anchor, sheet),
    });
  }
  return { charts, others };
}

function otherKinds(anchor: XmlElement): string[] {
  if (descendants(anchor, "grpSp").length > 0) return ["sp"];
  return ["pic", "sp", "cxnSp", "contentPart", "slicer", "timeslicer"]
    .filter((local) => descendants(anchor, local).length > 0)
    .concat(descendants(anchor, "chart").length > 0 ? ["newChart"] : [])
    .concat(descendants(anchor, "relIds").length > 0 ? ["diagram"] : []);
}

function readPlace(anchor: XmlElement, sheet: SheetContent) {
  const number = (element: XmlElement | undefined) => Number(element?.text ?? 0);
  const corner = (marker: XmlElement | undefined) => ({
    left: columnLeft(sheet, number(child(marker, "col"))) + number(child(marker, "colOff")) / EMU_PER_POINT,
    top: rowTop(sheet, number(child(marker, "row"))) + number(child(marker, "rowOff")) / EMU_PER_POINT,
  });
  const extent = child(anchor, "ext")?.attributes;
  const position = child(anchor, "pos")?.attributes;
  const from = position
    ? { left: Number(position["x"]) / EMU_PER_POINT, top: Number(position["y"]) / EMU_PER_POINT }
    : corner(child(anchor, "from"));
  if (extent) {
    return { ...from, width: Number(extent["cx"]) / EMU_PER_POINT, height: Number(extent["cy"]) / EMU_PER_POINT };
  }
  const to = corner(child(anchor, "to"));
  return { ...from, width: to.left - from.left, height: to.top - from.top };
}
