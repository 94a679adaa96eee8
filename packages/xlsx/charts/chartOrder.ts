import type { DraftFormat } from "../xml/xmlDraft";

const words = (text: string): string[] => text.trim().split(/\s+/);

const GROUP = words(
  "barDir grouping scatterStyle radarStyle varyColors ser dLbls dropLines hiLowLines upDownBars gapWidth",
);
const AXIS = words(`axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark
  tickLblPos spPr txPr crossAx crosses crossesAt`);
const LABEL = words(`layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent
  showBubbleSize separator showLeaderLines leaderLines extLst`);
const RUN = words("ln noFill solidFill gradFill effectLst latin ea cs sym hlinkClick extLst");

/** Chart parts: DrawingML charts (ECMA-376 part 1, 21.2) with the children of each element in the schema's sequence. */
export const chartFormat: DraftFormat = {
  namespaces: {
    c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
    a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  },
  order: {
    chartSpace: words(`date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData
      printSettings userShapes extLst`),
    chart: words(`title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly
      dispBlanksAs extLst`),
    plotArea: words(`layout areaChart area3DChart barChart bar3DChart lineChart line3DChart stockChart radarChart
      scatterChart pieChart pie3DChart doughnutChart ofPieChart surfaceChart surface3DChart bubbleChart catAx valAx dateAx
      serAx dTable spPr extLst`),
    barChart: [...GROUP, ...words("overlap serLines axId extLst")],
    lineChart: [...GROUP, ...words("marker smooth axId extLst")],
    areaChart: [...GROUP, ...words("axId extLst")],
    scatterChart: [...GROUP, ...words("axId extLst")],
    pieChart: [...GROUP, ...words("firstSliceAng extLst")],
    doughnutChart: [...GROUP, ...words("firstSliceAng holeSize extLst")],
    ser: words(`idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat xVal val
      yVal smooth shape bubbleSize bubble3D extLst`),
    dPt: words("idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst"),
    dLbls: ["dLbl", "delete", ...LABEL.slice(2)],
    dLbl: ["idx", "delete", ...LABEL],
    marker: words("symbol size spPr extLst"),
    catAx: [...AXIS, ...words("auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst")],
    dateAx: [...AXIS, ...words("auto lblOffset baseTimeUnit majorUnit majorTimeUnit minorUnit minorTimeUnit extLst")],
    valAx: [...AXIS, ...words("crossBetween majorUnit minorUnit dispUnits extLst")],
    scaling: words("logBase orientation max min extLst"),
    title: words("tx layout overlay spPr txPr extLst"),
    legend: words("legendPos legendEntry layout overlay spPr txPr extLst"),
    legendEntry: words("idx delete txPr extLst"),
    rich: words("bodyPr lstStyle p"),
    txPr: words("bodyPr lstStyle p"),
    p: words("pPr r fld br endParaRPr"),
    r: words("rPr t"),
    rPr: RUN,
    defRPr: RUN,
    spPr: words(`xfrm custGeom prstGeom noFill solidFill gradFill blipFill pattFill grpFill ln effectLst effectDag scene3d
      sp3d extLst`),
    ln: words("noFill solidFill gradFill pattFill prstDash custDash round bevel miter headEnd tailEnd extLst"),
  },
};
