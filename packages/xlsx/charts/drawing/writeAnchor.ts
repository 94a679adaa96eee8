import type { ChartContent, SheetContent } from "../../content";
import { MAXIMUM_COLUMNS, MAXIMUM_ROWS } from "../../sheet/address";
import { EMU_PER_POINT, cellAt, columnLeft, rowTop } from "../../sheet/geometry";
import { escapeAttribute } from "../../xml/xmlText";

const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const DRAWING_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** A drawing part without anything on it. */
export const EMPTY_DRAWING =
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
  `<xdr:wsDr xmlns:xdr="${DRAWING}" xmlns:a="${DRAWING_MAIN}"></xdr:wsDr>`;

type Place = Pick<ChartContent, "left" | "top" | "width" | "height">;

/** A chart's frame: it moves and sizes with its cells, as those that Excel makes. `shapeId` is unique on the drawing. */
export function anchorXml(chart: ChartContent, sheet: SheetContent, relationshipId: string, shapeId: number): string {
  const description = chart.altText === "" ? "" : ` descr="${escapeAttribute(chart.altText)}"`;
  return (
    `<xdr:twoCellAnchor xmlns:xdr="${DRAWING}" xmlns:a="${DRAWING_MAIN}">${cornersXml("xdr:", chart, sheet)}` +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="${shapeId}" name="${escapeAttribute(chart.name)}"${description}/><xdr:cNvGraphicFramePr/>` +
    `</xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>` +
    `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">` +
    `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
    ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${relationshipId}"/>` +
    `</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
  );
}

/** The `from` and `to` of a frame that stands at `place` on a sheet with these columns and rows. */
export function cornersXml(prefix: string, place: Place, sheet: SheetContent): string {
  return (
    cornerXml(prefix, "from", place.left, place.top, sheet) +
    cornerXml(prefix, "to", place.left + place.width, place.top + place.height, sheet)
  );
}

function cornerXml(prefix: string, local: string, left: number, top: number, sheet: SheetContent): string {
  const column = cellAt((index) => columnLeft(sheet, index), left, MAXIMUM_COLUMNS);
  const row = cellAt((index) => rowTop(sheet, index), top, MAXIMUM_ROWS);
  const emu = (points: number) => Math.round(points * EMU_PER_POINT);
  return (
    `<${prefix}${local}><${prefix}col>${column.index}</${prefix}col><${prefix}colOff>${emu(column.rest)}</${prefix}colOff>` +
    `<${prefix}row>${row.index}</${prefix}row><${prefix}rowOff>${emu(row.rest)}</${prefix}rowOff></${prefix}${local}>`
  );
}
