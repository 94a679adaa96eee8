import JSZip from "jszip";
import { DECLARATION, MAIN, MICROSOFT, handPackage, sheetData } from "./handPackage";
import { packageOf, partsOf } from "../packageParts";

const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const RICH = `${MICROSOFT}spreadsheetml/2017/richdata`;

/** Errors that came after the format, kept as rich values behind #VALUE!; a stock; a dynamic array that is 1×1. */
export function richErrors(errorType = "8"): Promise<Uint8Array> {
  const mark = (i: number) =>
    `<bk><extLst><ext uri="{3e2802c4-a4d2-4d8b-9148-e3be6c30e623}"><xlrd:rvb i="${i}"/></ext></extLst></bk>`;
  const error = (vm: number, formula: string) =>
    `<c t="e" cm="1" vm="${vm}"><f t="array" ref="REF">${formula}</f><v>#VALUE!</v></c>`;
  const rich = `${MICROSOFT}2017/06/relationships/`;
  return handPackage({
    sheets: [
      {
        name: "Errors",
        inside: sheetData([
          [
            1,
            error(1, "_xlfn.SEQUENCE(3)").replace("REF", "B1"),
            error(3, "_xlfn._xlws.FILTER(A1:A2,A1:A2&gt;9)").replace("REF", "C1"),
          ],
          [2, `<c t="e"><f>B1+1</f><v>#VALUE!</v></c>`, `<c t="e" vm="2"><v>#VALUE!</v></c>`],
        ]),
      },
    ],
    relationships: [
      ["rIdM", "sheetMetadata", "metadata.xml"],
      ["rIdV", `${rich}rdRichValue`, "richData/rdrichvalue.xml"],
      ["rIdT", `${rich}rdRichValueStructure`, "richData/rdrichvaluestructure.xml"],
    ],
    parts: [
      {
        name: "xl/metadata.xml",
        type: `${SPREADSHEET}sheetMetadata+xml`,
        content: `${DECLARATION}<metadata xmlns="${MAIN}" xmlns:xlrd="${RICH}" xmlns:xda="${MICROSOFT}spreadsheetml/2017/dynamicarray"><metadataTypes count="2"><metadataType name="XLDAPR" minSupportedVersion="120000" cellMeta="1"/><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><futureMetadata name="XLRICHVALUE" count="3">${[0, 1, 2].map(mark).join("")}</futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata><valueMetadata count="3">${[0, 1, 2].map((v) => `<bk><rc t="2" v="${v}"/></bk>`).join("")}</valueMetadata></metadata>`,
      },
      {
        name: "xl/richData/rdrichvalue.xml",
        type: "application/vnd.ms-excel.rdrichvalue+xml",
        content: `${DECLARATION}<rvData xmlns="${RICH}" count="3"><rv s="0"><v>0</v><v>${errorType}</v><v>0</v><v>1</v></rv><rv s="1"><v>Contoso</v></rv><rv s="2"><v>13</v><v>2</v></rv></rvData>`,
      },
      {
        name: "xl/richData/rdrichvaluestructure.xml",
        type: "application/vnd.ms-excel.rdrichvaluestructure+xml",
        content: `${DECLARATION}<rvStructures xmlns="${RICH}" count="3"><s t="_error"><k n="colOffset" t="i"/><k n="errorType" t="i"/><k n="rwOffset" t="i"/><k n="subType" t="i"/></s><s t="_linkedentity"><k n="_DisplayString" t="s"/></s><s t="_error"><k n="errorType" t="i"/><k n="subType" t="i"/></s></rvStructures>`,
      },
    ],
  });
}

/** Functions of other add-ins beside ours, also as old programs mangle them, and one that nobody knows yet. */
export function otherAddIns(): Promise<Uint8Array> {
  return handPackage({
    sheets: [
      {
        name: "Mixed",
        inside: sheetData([
          [
            5,
            "<c><f>_xldudf_CONTOSO_ADD(A1,2)</f><v>7</v></c>",
            "<c><f>_xldudf_SAVINGS_COMPOUNDEFF(2%,A1)</f><v>0.0961</v></c>",
          ],
          [
            6,
            `<c t="e"><f>[2]!_xldudf_CONTOSO_ADD(A2,2)</f><v>#NAME?</v></c>`,
            "<c><f>_xll.PRICE.OF(A2)+_xldudf_SAVINGS_COMPOUNDEFF(2%,2)</f><v>3</v></c>",
          ],
          [
            7,
            "<c><f>_xlfn.NOTYETKNOWN(A1:A3)</f><v>1</v></c>",
            `<c><f t="shared" ref="C3:C4" si="0">_xldudf_CONTOSO_ADD(A3,1)</f><v>8</v></c>`,
          ],
          [8, "<c><f>_xlfn.BYROW(A1:A2,_xleta.SUM)</f><v>5</v></c>", `<c><f t="shared" si="0"/><v>9</v></c>`],
        ]),
      },
    ],
    relationships: [["rIdK", "calcChain", "calcChain.xml"]],
    parts: [
      {
        name: "xl/calcChain.xml",
        type: `${SPREADSHEET}calcChain+xml`,
        content: `${DECLARATION}<calcChain xmlns="${MAIN}"><c r="B1" i="1"/><c r="C1"/><c r="C2"/></calcChain>`,
      },
    ],
  });
}

/** A what-if data table, scenarios, sparklines and newer rules, views of several users, cells that may be edited, ignored errors. */
export function sheetExtras(): Promise<Uint8Array> {
  const x14 = `xmlns:x14="${MICROSOFT}spreadsheetml/2009/9/main" xmlns:xm="${MICROSOFT}excel/2006/main"`;
  return handPackage({
    beforeSheets: `<workbookPr codeName="ThisWorkbook"/><workbookProtection lockStructure="1"/><bookViews><workbookView activeTab="1" firstSheet="0"/></bookViews>`,
    sheets: [
      {
        name: "What if",
        inside: `<sheetPr codeName="Sheet1"><outlinePr summaryBelow="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="1200" topLeftCell="B1"/></sheetView></sheetViews>${sheetData(
          [
            ["Rate", 0.02, "<c><f>B1*100</f><v>2</v></c>"],
            [1, `<c><f t="dataTable" ref="B2:B3" dt2D="0" dtr="0" r1="B1"/><v>100</v></c>`],
            [2, "<c><v>200</v></c>"],
          ],
        )}<sheetProtection sheet="1" objects="1" scenarios="1"/><protectedRanges><protectedRange sqref="B1" name="Inputs"/></protectedRanges><scenarios current="0"><scenario name="Low" count="1"><inputCells r="B1" val="0.01"/></scenario></scenarios><ignoredErrors><ignoredError sqref="B2" numberStoredAsText="1"/></ignoredErrors><extLst><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" ${x14}><x14:sparklineGroups><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:sparklines><x14:sparkline><xm:f>'What if'!B1:B3</xm:f><xm:sqref>D1</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" ${x14}><x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="iconSet" priority="1" id="{00000000-0000-4000-8000-000000000003}"><x14:iconSet iconSet="3Stars"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>33</xm:f></x14:cfvo><x14:cfvo type="percent"><xm:f>67</xm:f></x14:cfvo></x14:iconSet></x14:cfRule><xm:sqref>B1:B3</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>`,
      },
      { name: "R&amp;D &lt;1&gt;", inside: sheetData([[1]]) },
      { name: "Secret", state: "veryHidden", inside: sheetData([["hidden", 2]]) },
    ],
    behindSheets: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'What if'!$A$1:$C$3</definedName><definedName name="_xlnm._FilterDatabase" localSheetId="1" hidden="1">'R&amp;D &lt;1&gt;'!$A$1:$A$1</definedName></definedNames><calcPr calcId="191029" calcMode="manual" iterate="1"/>`,
  });
}

/** XML as unusual writers write it: apostrophes, blanks, comments, CDATA, a processing instruction, UTF-16, no addresses. */
export async function oddXml(): Promise<Uint8Array> {
  const plain = await partsOf(
    await handPackage({
      sheets: [
        { name: "Odd", inside: "<sheetData/>" },
        { name: "Wide", inside: sheetData([[1, "<c><f>A1+1</f><v>2</v></c>"]]) },
      ],
    }),
  );
  const wide = `<?xml version="1.0" encoding="UTF-16"?>${plain["xl/worksheets/sheet2.xml"]!.slice(DECLARATION.length)}`;
  return packageOf({
    ...plain,
    "xl/worksheets/sheet1.xml": `<?xml version='1.0'?>\n<!-- by hand -->\n<?maker odd?>\n<worksheet  xmlns = '${MAIN}'\n>\n <sheetData >\n  <row >\n   <c ><v> 3 </v></c >\n   <c t='str'><f><![CDATA[IF(A1<4,"less & more","")]]></f><v>less &#38; more</v></c>\n  </row>\n  <!-- between -->\n  <row\tr = '4' ><c r = 'C4' t="inlineStr"><is><t>it's &quot;it&quot;</t></is></c></row>\n </sheetData>\n</worksheet>\n<!-- the end -->\n`,
    "xl/worksheets/sheet2.xml": new Uint8Array(Buffer.from(`\ufeff${wide}`, "utf16le")),
  });
}

/** A package whose parts are stored without compression, with entries for folders and a comment on the container. */
export async function storedZip(): Promise<Uint8Array> {
  const zip = new JSZip();
  const parts = await partsOf(await handPackage({ sheets: [{ name: "Stored", inside: sheetData([["Total", 10]]) }] }));
  for (const folder of ["_rels", "xl", "xl/worksheets"]) zip.folder(folder);
  for (const [name, text] of Object.entries(parts)) zip.file(name, text, { binary: true });
  return zip.generateAsync({ type: "uint8array", compression: "STORE", comment: "made by hand" });
}

/** ISO 29500 strict: other namespaces throughout, and dates as texts. */
export async function strictWorkbook(): Promise<Uint8Array> {
  const parts = await partsOf(
    await handPackage({
      beforeSheets: `<workbookPr dateCompatibility="0"/>`,
      sheets: [
        {
          name: "Strict",
          inside: `${sheetData([
            ["Start", `<c s="1" t="d"><v>2016-04-01</v></c>`],
            ["Saving", 12.5, "<c><f>B2*2</f><v>25</v></c>"],
          ])}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>`,
          relationships: [["rId1", "table", "../tables/table1.xml"]],
        },
      ],
      parts: [
        {
          name: "xl/tables/table1.xml",
          type: `${SPREADSHEET}table+xml`,
          content: `${DECLARATION}<table xmlns="${MAIN}" id="1" name="Small" displayName="Small" ref="A1:B2" headerRowCount="0" totalsRowShown="0"><tableColumns count="2"><tableColumn id="1" name="Column1"/><tableColumn id="2" name="Column2"/></tableColumns></table>`,
        },
      ],
    }),
  );
  const strict = (text: string) =>
    text
      .replaceAll(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
      )
      .replaceAll(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      )
      .replace("<workbook ", `<workbook conformance="strict" `);
  return packageOf(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(text)])));
}
