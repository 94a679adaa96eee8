import type { ChartContent, SheetContent } from "../../content";
import { RelationshipEditor } from "../../package/relationshipEditor";
import type { PatchSession } from "../../patch/patchSession";
import { attribute, child, descendants, parseXml } from "../../xml/parseXml";
import { XmlEditor } from "../../xml/xmlEditor";
import { readDrawing, type ChartFrame } from "./readDrawing";
import { EMPTY_DRAWING, anchorXml, cornersXml } from "./writeAnchor";
import { chartBodyDiffers, chartXml, updatedChart } from "../updateChart";

/** What the worksheet part has to say afterwards; null where it says it already. */
interface DrawingChange {
  /** Relationship id of a drawing that the sheet did not have. */
  addedId?: string;
  /** The drawing has nothing on it any more. */
  removed?: true;
}

/** Brings a sheet's charts from `before` to `after`: frames on its drawing, chart parts, relationships. */
export async function patchDrawing(
  session: PatchSession,
  sheetRelationships: RelationshipEditor,
  before: SheetContent,
  after: SheetContent,
  sheetSource: string,
  sheetPart: string,
): Promise<DrawingChange | null> {
  const added = after.charts.filter(
    ({ partId }) => partId === null || !before.charts.some((old) => old.partId === partId),
  );
  if (before.charts.length === 0 && added.length === 0) return null;
  const { pkg, types } = session;
  const presentId = drawingId(sheetSource, sheetPart);
  const present = sheetRelationships.target(presentId);
  const part = present ?? pkg.freeName("xl/drawings/drawing", ".xml");
  const editor = XmlEditor.parse(present ? await pkg.text(part) : EMPTY_DRAWING, part);
  const relationships = await RelationshipEditor.of(pkg, part);
  const { charts: frames } = readDrawing(editor.root, after);

  let removed = 0;
  for (const frame of frames) {
    const chartPart = relationships.target(frame.relationshipId);
    const old = before.charts.find(({ partId }) => partId === chartPart);
    const chart = after.charts.find(({ partId }) => partId === chartPart);
    if (!old || chartPart === undefined) continue;
    if (!chart) {
      editor.remove(frame.anchor);
      relationships.remove(frame.relationshipId);
      removed++;
      continue;
    }
    patchFrame(editor, frame, chart, after);
    if (!chartBodyDiffers(old, chart, session.chartCells)) continue;
    const source = await pkg.text(chartPart);
    const updated = updatedChart(source, chartPart, old, chart, session.chartCells);
    if (updated !== source) pkg.write(chartPart, updated);
  }

  let shapeId = Math.max(
    1,
    ...descendants(editor.root, "cNvPr").map(({ attributes }) => Number(attributes["id"] ?? 0)),
  );
  for (const chart of added) {
    const chartPart = pkg.freeName("xl/charts/chart", ".xml");
    pkg.write(chartPart, chartXml(chart, session.chartCells));
    types.add(chartPart, "chart");
    editor.append(editor.root, anchorXml(chart, after, relationships.add("chart", chartPart), ++shapeId));
  }

  if (present && removed > 0 && removed === editor.root.children.length && added.length === 0) {
    sheetRelationships.remove(presentId!);
    return { removed: true };
  }
  if (editor.changed) pkg.write(part, editor.result());
  await relationships.save();
  if (present) return null;
  types.add(part, "drawing");
  return { addedId: sheetRelationships.add("drawing", part) };
}

function drawingId(sheetSource: string, sheetPart: string): string | undefined {
  // The element stands behind the rows; parsing a whole sheet for it would be a second reading of everything.
  const at = sheetSource.lastIndexOf("sheetData");
  const tag = /<(?:[\w.-]+:)?drawing\s[^>]*>/.exec(sheetSource.slice(at))?.[0];
  return tag === undefined ? undefined : attribute(parseXml(tag.replace(/\/?>$/, "/>"), sheetPart), "id");
}

/** Name, alternative text and place of a chart that stays. */
function patchFrame(editor: XmlEditor, frame: ChartFrame, chart: ChartContent, sheet: SheetContent): void {
  const properties = child(frame.anchor, "graphicFrame", "nvGraphicFramePr", "cNvPr");
  if (properties && frame.name !== chart.name) editor.setAttributes(properties, { name: chart.name });
  if (properties && frame.altText !== chart.altText) {
    editor.setAttributes(properties, { descr: chart.altText === "" ? null : chart.altText });
  }
  const moved = (["left", "top", "width", "height"] as const).some(
    (side) => Math.abs(frame[side] - chart[side]) > 0.001,
  );
  if (!moved) return;
  const { anchor } = frame;
  const prefix = anchor.name.slice(0, anchor.name.length - anchor.local.length);
  const corners = cornersXml(prefix, chart, sheet);
  const from = child(anchor, "from") ?? child(anchor, "pos");
  const to = child(anchor, "to") ?? child(anchor, "ext");
  if (!from || !to) return;
  editor.splice(from.start, to.end, corners);
  if (anchor.local === "twoCellAnchor") return;
  const name = `${prefix}twoCellAnchor`;
  editor.splice(anchor.start, anchor.openEnd, `<${name}>`);
  editor.splice(anchor.closeStart, anchor.end, `</${name}>`);
}
