import { DECLARATION, MICROSOFT, OFFICE, handPackage, sheetData, type HandRelationship } from "./handPackage";

const C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const A = "http://schemas.openxmlformats.org/drawingml/2006/main";
const XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const AXES = `<c:axId val="1"/><c:axId val="2"/>`;
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";

/** Kinds of charts by what stands in the plot area before its series, and behind them. */
const KINDS: [element: string, before: string, behind: string][] = [
  ["barChart", `<c:barDir val="bar"/><c:grouping val="percentStacked"/>`, `<c:overlap val="100"/>${AXES}`],
  ["lineChart", `<c:grouping val="standard"/>`, `<c:marker val="1"/>${AXES}`],
  ["areaChart", `<c:grouping val="stacked"/>`, AXES],
  ["pieChart", `<c:varyColors val="1"/>`, `<c:firstSliceAng val="0"/>`],
  ["doughnutChart", `<c:varyColors val="1"/>`, `<c:holeSize val="50"/>`],
  ["scatterChart", `<c:scatterStyle val="lineMarker"/>`, AXES],
  ["bubbleChart", "", AXES],
  ["radarChart", `<c:radarStyle val="marker"/>`, AXES],
];

/** Charts of eight kinds on one sheet, one of Excel 2016's kinds (a waterfall) beside them, a shape, and a chart sheet. */
export function manyCharts(): Promise<Uint8Array> {
  const charts = KINDS.map(([element, before, behind], index) => ({
    name: `xl/charts/chart${index + 1}.xml`,
    type: CHART_TYPE,
    content: chartXml(element, before, behind),
  }));
  const links = KINDS.map((_, i): HandRelationship => [`rId${i + 1}`, "chart", `../charts/chart${i + 1}.xml`]);
  return handPackage({
    sheets: [
      {
        name: "Charts",
        inside: `${sheetData([
          ["Step", "A", "B"],
          ["One", 1, 4],
          ["Two", 2, 3],
          ["Three", 3, 2],
        ])}<drawing r:id="rId1"/>`,
        relationships: [["rId1", "drawing", "../drawings/drawing1.xml"]],
      },
    ],
    parts: [
      {
        name: "xl/drawings/drawing1.xml",
        type: DRAWING_TYPE,
        content: `${DECLARATION}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}">${KINDS.map((_, index) => chartAnchor(index)).join("")}${newerChart()}${shape()}</xdr:wsDr>`,
        relationships: [...links, ["rIdX", `${MICROSOFT}2014/relationships/chartEx`, "../charts/chartEx1.xml"]],
      },
      ...charts,
      {
        name: "xl/charts/chartEx1.xml",
        type: "application/vnd.ms-office.chartex+xml",
        content: `${DECLARATION}<cx:chartSpace xmlns:cx="${MICROSOFT}drawing/2014/chartex"><cx:chartData><cx:data id="0"><cx:numDim type="val"><cx:f>Charts!$B$2:$B$4</cx:f></cx:numDim></cx:data></cx:chartData><cx:chart><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>`,
      },
    ],
  });
}

/** A chart on a sheet of its own, between two worksheets. */
export function chartSheet(): Promise<Uint8Array> {
  return handPackage({
    sheets: [
      {
        name: "Data",
        inside: sheetData([
          ["Step", "A", "B"],
          ["One", 1, 4],
          ["Two", 2, 3],
          ["Three", 3, 2],
        ]),
      },
      { name: "After", inside: sheetData([[7]]) },
    ],
    sheetList: `<sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="Chart" sheetId="3" r:id="rIdC"/><sheet name="After" sheetId="2" r:id="rId2"/>`,
    relationships: [["rIdC", "chartsheet", "chartsheets/sheet1.xml"]],
    parts: [
      {
        name: "xl/chartsheets/sheet1.xml",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.chartsheet+xml",
        content: `${DECLARATION}<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE.slice(0, -1)}"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`,
        relationships: [["rId1", "drawing", "../drawings/drawing1.xml"]],
      },
      {
        name: "xl/drawings/drawing1.xml",
        type: DRAWING_TYPE,
        content: `${DECLARATION}<xdr:wsDr xmlns:xdr="${XDR}" xmlns:a="${A}"><xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9000000" cy="6000000"/>${frame(0)}<xdr:clientData/></xdr:absoluteAnchor></xdr:wsDr>`,
        relationships: [["rId1", "chart", "../charts/chart1.xml"]],
      },
      {
        name: "xl/charts/chart1.xml",
        type: CHART_TYPE,
        content: chartXml(...KINDS[0]!).replaceAll("Charts!", "Data!"),
      },
    ],
  });
}

function chartXml(element: string, before: string, behind: string): string {
  const points = element === "scatterChart" || element === "bubbleChart";
  const series = ["B", "C"].slice(0, element === "pieChart" ? 1 : 2).map((column, index) => {
    const reference = (tag: string, kind: string, area: string) =>
      `<c:${tag}><c:${kind}><c:f>Charts!${area}</c:f></c:${kind}></c:${tag}>`;
    const name = `<c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:strRef><c:f>Charts!$${column}$1</c:f></c:strRef></c:tx>`;
    const values = `$${column}$2:$${column}$4`;
    const data = points
      ? reference("xVal", "numRef", "$B$2:$B$4") + reference("yVal", "numRef", values)
      : reference("cat", "strRef", "$A$2:$A$4") + reference("val", "numRef", values);
    const size = element === "bubbleChart" ? reference("bubbleSize", "numRef", "$C$2:$C$4") : "";
    return `<c:ser>${name}${data}${size}</c:ser>`;
  });
  const axis = (tag: string, id: number, cross: number, side: string) =>
    `<c:${tag}><c:axId val="${id}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="${side}"/><c:crossAx val="${cross}"/></c:${tag}>`;
  const axes = behind.includes("axId") ? axis(points ? "valAx" : "catAx", 1, 2, "b") + axis("valAx", 2, 1, "l") : "";
  return `${DECLARATION}<c:chartSpace xmlns:c="${C}" xmlns:a="${A}"><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:${element}>${before}${series.join("")}${behind}</c:${element}>${axes}</c:plotArea><c:plotVisOnly val="1"/></c:chart></c:chartSpace>`;
}

function frame(index: number): string {
  return `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${C}"><c:chart xmlns:c="${C}" xmlns:r="${OFFICE.slice(0, -1)}" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
}

function place(row: number): string {
  const corner = (tag: string, column: number, at: number) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${at}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return corner("from", 4, row) + corner("to", 9, row + 9);
}

function chartAnchor(index: number): string {
  return `<xdr:twoCellAnchor>${place(index * 10)}${frame(index)}<xdr:clientData/></xdr:twoCellAnchor>`;
}

function newerChart(): string {
  const cx = `${MICROSOFT}drawing/2014/chartex`;
  return `<xdr:twoCellAnchor>${place(90)}<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:cx1="${MICROSOFT}drawing/2015/9/8/chartex" Requires="cx1"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="40" name="Waterfall"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${cx}"><cx:chart xmlns:cx="${cx}" xmlns:r="${OFFICE.slice(0, -1)}" r:id="rIdX"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback/></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor>`;
}

function shape(): string {
  return `<xdr:twoCellAnchor>${place(100)}<xdr:sp macro="" textlink="Charts!$B$2"><xdr:nvSpPr><xdr:cNvPr id="41" name="Box"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:sp><xdr:clientData/></xdr:twoCellAnchor>`;
}
