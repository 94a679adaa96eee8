import { DECLARATION, MAIN, MICROSOFT, handPackage, sheetData } from "./handPackage";
import { PIXEL } from "./exceljs";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const REL = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`;

/** A note of the old kind with its drawing, and a conversation of the new kind with the persons in it. */
export function comments(): Promise<Uint8Array> {
  const id = "{3A6F5C1E-0000-4000-8000-000000000001}";
  const person = "{3A6F5C1E-0000-4000-8000-0000000000AA}";
  const threaded = `${MICROSOFT}2017/10/relationships/`;
  return handPackage({
    sheets: [
      {
        name: "Notes",
        inside: `${sheetData([
          ["Lever", 12.5],
          ["Estates", 4],
        ])}<legacyDrawing r:id="rId1"/>`,
        relationships: [
          ["rId1", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
          ["rId2", "comments", "../comments1.xml"],
          ["rId3", `${threaded}threadedComment`, "../threadedComments/threadedComment1.xml"],
        ],
      },
    ],
    relationships: [["rIdP", `${threaded}person`, "persons/person.xml"]],
    extensions: { vml: "application/vnd.openxmlformats-officedocument.vmlDrawing" },
    parts: [
      {
        name: "xl/comments1.xml",
        type: `${SPREADSHEET}comments+xml`,
        content: `${DECLARATION}<comments xmlns="${MAIN}"><authors><author>Ann</author><author>tc=${id}</author></authors><commentList><comment ref="A2" authorId="0" shapeId="0"><text><r><rPr><b/></rPr><t>Ann:</t></r><r><t xml:space="preserve"> agreed</t></r></text></comment><comment ref="B2" authorId="1" shapeId="0"><text><t>[Threaded comment] Is this net?</t></text></comment></commentList></comments>`,
      },
      {
        name: "xl/threadedComments/threadedComment1.xml",
        type: "application/vnd.ms-excel.threadedcomments+xml",
        content: `${DECLARATION}<ThreadedComments xmlns="${MICROSOFT}spreadsheetml/2018/threadedcomments"><threadedComment ref="B2" dT="2020-01-01T10:00:00.00" personId="${person}" id="${id}"><text>Is this net?</text></threadedComment></ThreadedComments>`,
      },
      {
        name: "xl/persons/person.xml",
        type: "application/vnd.ms-excel.person+xml",
        content: `${DECLARATION}<personList xmlns="${MICROSOFT}spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="${person}" userId="ann" providerId="None"/></personList>`,
      },
      {
        name: "xl/drawings/vmlDrawing1.vml",
        content: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/>${[0, 1].map((column) => `<v:shape id="_x0000_s102${column + 5}" type="#_x0000_t202" style='position:absolute;visibility:hidden' fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:Anchor>3,15,1,2,5,31,5,1</x:Anchor><x:Row>1</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`).join("")}</xml>`,
      },
    ],
  });
}

/** A pivot table on a sheet of its own with its cache, and the records that the cache holds. */
export function pivotTable(): Promise<Uint8Array> {
  return handPackage({
    sheets: [
      {
        name: "Data",
        inside: sheetData([
          ["Group", "Saving"],
          ["National", 3],
          ["Provider", 4],
          ["National", 5],
        ]),
      },
      {
        name: "Pivot",
        inside: sheetData([
          ["Row Labels", "Sum of Saving"],
          ["National", 8],
          ["Provider", 4],
          ["Grand Total", 12],
        ]),
        relationships: [["rId1", "pivotTable", "../pivotTables/pivotTable1.xml"]],
      },
    ],
    behindSheets: `<pivotCaches><pivotCache cacheId="5" r:id="rIdC"/></pivotCaches>`,
    relationships: [["rIdC", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"]],
    parts: [
      {
        name: "xl/pivotTables/pivotTable1.xml",
        type: `${SPREADSHEET}pivotTable+xml`,
        content: `${DECLARATION}<pivotTableDefinition xmlns="${MAIN}" name="Savings by group" cacheId="5" dataCaption="Values" updatedVersion="8" createdVersion="8"><location ref="A1:B4" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"><items count="3"><item x="0"/><item x="1"/><item t="default"/></items></pivotField><pivotField dataField="1" showAll="0"/></pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="3"><i><x/></i><i><x v="1"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems><dataFields count="1"><dataField name="Sum of Saving" fld="1"/></dataFields></pivotTableDefinition>`,
        relationships: [["rId1", "pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml"]],
      },
      {
        name: "xl/pivotCache/pivotCacheDefinition1.xml",
        type: `${SPREADSHEET}pivotCacheDefinition+xml`,
        content: `${DECLARATION}<pivotCacheDefinition xmlns="${MAIN}" ${REL} r:id="rId1" refreshedVersion="8" recordCount="3"><cacheSource type="worksheet"><worksheetSource ref="A1:B4" sheet="Data"/></cacheSource><cacheFields count="2"><cacheField name="Group" numFmtId="0"><sharedItems count="2"><s v="National"/><s v="Provider"/></sharedItems></cacheField><cacheField name="Saving" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="3" maxValue="5"/></cacheField></cacheFields></pivotCacheDefinition>`,
        relationships: [["rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"]],
      },
      {
        name: "xl/pivotCache/pivotCacheRecords1.xml",
        type: `${SPREADSHEET}pivotCacheRecords+xml`,
        content: `${DECLARATION}<pivotCacheRecords xmlns="${MAIN}" count="3"><r><x v="0"/><n v="3"/></r><r><x v="1"/><n v="4"/></r><r><x v="0"/><n v="5"/></r></pivotCacheRecords>`,
      },
    ],
  });
}

/** Formulas on another workbook, whose last known values the file keeps; a query's connection; a chain of calculation. */
export function externalLinks(): Promise<Uint8Array> {
  return handPackage({
    sheets: [
      {
        name: "Links",
        inside: sheetData([
          ["Base", "<c><f>[1]Plan!$B$2*2</f><v>81</v></c>", 3],
          ["Name", "<c><f>[1]!Growth+SUM('[1]Year 1'!A1:A2)</f><v>7.02</v></c>", "<c><f>C1+1</f><v>4</v></c>"],
        ]),
      },
    ],
    behindSheets: `<externalReferences><externalReference r:id="rIdX"/></externalReferences><definedNames><definedName name="Elsewhere">[1]Plan!$B$2</definedName></definedNames>`,
    relationships: [
      ["rIdX", "externalLink", "externalLinks/externalLink1.xml"],
      ["rIdQ", "connections", "connections.xml"],
      ["rIdK", "calcChain", "calcChain.xml"],
    ],
    parts: [
      {
        name: "xl/externalLinks/externalLink1.xml",
        type: `${SPREADSHEET}externalLink+xml`,
        content: `${DECLARATION}<externalLink xmlns="${MAIN}"><externalBook ${REL} r:id="rId1"><sheetNames><sheetName val="Plan"/><sheetName val="Year 1"/></sheetNames><definedNames><definedName name="Growth" refersTo="='Plan'!$C$2"/></definedNames><sheetDataSet><sheetData sheetId="0"><row r="2"><cell r="B2"><v>40.5</v></cell><cell r="C2"><v>0.02</v></cell></row></sheetData><sheetData sheetId="1"><row r="1"><cell r="A1"><v>3</v></cell></row><row r="2"><cell r="A2"><v>4</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
        relationships: [["rId1", "externalLinkPath", "Last%20year's%20plan.xlsx", "External"]],
      },
      {
        name: "xl/connections.xml",
        type: `${SPREADSHEET}connections+xml`,
        content: `${DECLARATION}<connections xmlns="${MAIN}"><connection id="1" name="Query - Spend" type="5" refreshedVersion="8" background="1"><dbPr connection="Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$" command="SELECT * FROM [Spend]"/></connection></connections>`,
      },
      {
        name: "xl/calcChain.xml",
        type: `${SPREADSHEET}calcChain+xml`,
        content: `${DECLARATION}<calcChain xmlns="${MAIN}"><c r="B1" i="1"/><c r="B2"/><c r="C2"/></calcChain>`,
      },
    ],
  });
}

const SLICER_EXTENSION = `xmlns:x15="${MICROSOFT}spreadsheetml/2010/11/main" xmlns:x14="${MICROSOFT}spreadsheetml/2009/9/main"`;

/** Two tables, each with a slicer that stands on the first sheet; one table is on the second. */
export function slicers(): Promise<Uint8Array> {
  const table = (id: number, name: string) => ({
    name: `xl/tables/table${id}.xml`,
    type: `${SPREADSHEET}table+xml`,
    content: `${DECLARATION}<table xmlns="${MAIN}" id="${id}" name="${name}" displayName="${name}" ref="A1:B3" totalsRowShown="0"><autoFilter ref="A1:B3"/><tableColumns count="2"><tableColumn id="1" name="Group"/><tableColumn id="2" name="Saving"/></tableColumns><tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`,
  });
  const cache = (id: number, name: string) => ({
    name: `xl/slicerCaches/slicerCache${id}.xml`,
    type: "application/vnd.ms-excel.slicerCache+xml",
    content: `${DECLARATION}<slicerCacheDefinition xmlns="${MICROSOFT}spreadsheetml/2009/9/main" name="Slicer_${name}" sourceName="Group"><extLst><x:ext xmlns:x="${MAIN}" uri="{2F2917AC-EB37-4324-AD4E-5DD8C200BD13}" ${SLICER_EXTENSION}><x15:tableSlicerCache tableId="${id}" column="1"/></x:ext></extLst></slicerCacheDefinition>`,
  });
  const anchor = (id: number, name: string) =>
    `<xdr:twoCellAnchor editAs="oneCell"><xdr:from><xdr:col>${3 * id}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${3 * id + 2}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>12</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:sle15="${MICROSOFT}drawing/2012/slicer" Requires="sle15"><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${id + 1}" name="${name}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${MICROSOFT}drawing/2010/slicer"><sle:slicer xmlns:sle="${MICROSOFT}drawing/2010/slicer" name="${name}"/></a:graphicData></a:graphic></xdr:graphicFrame></mc:Choice><mc:Fallback><xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="0" name=""/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr/></xdr:sp></mc:Fallback></mc:AlternateContent><xdr:clientData/></xdr:twoCellAnchor>`;
  return handPackage({
    sheets: [
      {
        name: "One",
        inside: `${sheetData([
          ["Group", "Saving"],
          ["National", 3],
          ["Provider", 4],
        ])}<drawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId1"/></tableParts><extLst><ext uri="{3A4CF648-6AED-40f4-86FF-DC5316D8AED3}" ${SLICER_EXTENSION}><x14:slicerList><x14:slicer r:id="rId3"/></x14:slicerList></ext></extLst>`,
        relationships: [
          ["rId1", "table", "../tables/table1.xml"],
          ["rId2", "drawing", "../drawings/drawing1.xml"],
          ["rId3", `${MICROSOFT}2007/relationships/slicer`, "../slicers/slicer1.xml"],
        ],
      },
      {
        name: "Two",
        inside: `${sheetData([
          ["Group", "Saving"],
          ["National", 30],
          ["Provider", 40],
        ])}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
        relationships: [["rId1", "table", "../tables/table2.xml"]],
      },
    ],
    behindSheets: `<definedNames><definedName name="Slicer_First">#N/A</definedName><definedName name="Slicer_Second">#N/A</definedName></definedNames><extLst><ext uri="{46BE6895-7355-4a93-B00E-2C351335B9C9}" ${SLICER_EXTENSION}><x15:slicerCaches><x14:slicerCache r:id="rIdA"/><x14:slicerCache r:id="rIdB"/></x15:slicerCaches></ext></extLst>`,
    relationships: [
      ["rIdA", `${MICROSOFT}2007/relationships/slicerCache`, "slicerCaches/slicerCache1.xml"],
      ["rIdB", `${MICROSOFT}2007/relationships/slicerCache`, "slicerCaches/slicerCache2.xml"],
    ],
    parts: [
      table(1, "First"),
      table(2, "Second"),
      cache(1, "First"),
      cache(2, "Second"),
      {
        name: "xl/slicers/slicer1.xml",
        type: "application/vnd.ms-excel.slicer+xml",
        content: `${DECLARATION}<slicers xmlns="${MICROSOFT}spreadsheetml/2009/9/main"><slicer name="First group" cache="Slicer_First" caption="First" rowHeight="241300"/><slicer name="Second group" cache="Slicer_Second" caption="Second" rowHeight="241300"/></slicers>`,
      },
      {
        name: "xl/drawings/drawing1.xml",
        type: "application/vnd.openxmlformats-officedocument.drawing+xml",
        content: `${DECLARATION}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchor(1, "First group")}${anchor(2, "Second group")}</xdr:wsDr>`,
      },
    ],
  });
}

/** A picture behind the sheet, one in the header, an embedded document. */
export function pictures(): Promise<Uint8Array> {
  return handPackage({
    sheets: [
      {
        name: "Logo",
        inside: `${sheetData([["Trust", 1]])}<headerFooter><oddHeader>&amp;C&amp;G</oddHeader></headerFooter><legacyDrawingHF r:id="rId2"/><picture r:id="rId1"/>`,
        relationships: [
          ["rId1", "image", "../media/image1.png"],
          ["rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
        ],
      },
    ],
    extensions: {
      png: "image/png",
      vml: "application/vnd.openxmlformats-officedocument.vmlDrawing",
      bin: "application/octet-stream",
    },
    parts: [
      { name: "xl/media/image1.png", content: new Uint8Array(Buffer.from(PIXEL, "base64")) },
      {
        name: "xl/drawings/vmlDrawing1.vml",
        content: `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="CH" type="#_x0000_t75" style='width:20pt;height:20pt'><v:imagedata o:relid="rId1" o:title="logo"/></v:shape></xml>`,
        relationships: [["rId1", "image", "../media/image1.png"]],
      },
      { name: "xl/embeddings/oleObject1.bin", content: new Uint8Array([0, 255, 13, 10, 0, 128, 26]) },
    ],
  });
}
