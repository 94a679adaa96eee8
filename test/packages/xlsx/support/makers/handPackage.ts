import { packageOf } from "../packageParts";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
export const MICROSOFT = "http://schemas.microsoft.com/office/";
export const DECLARATION = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n`;
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/** Id, type (the last words of one of Office's, or a whole address) and target; an external one says so. */
export type HandRelationship = [id: string, type: string, target: string, mode?: "External"];

interface HandPart {
  name: string;
  /** Content type; parts with an extension of their own (vml, png) have none. */
  type?: string;
  content: string | Uint8Array;
  relationships?: HandRelationship[];
}

export interface HandBook {
  /** What stands inside each `<worksheet>`, in the schema's order. */
  sheets: { name: string; inside: string; state?: "hidden" | "veryHidden"; relationships?: HandRelationship[] }[];
  /** The list of sheets where it is not just these worksheets; they are rId1, rId2, … */
  sheetList?: string;
  /** Elements of the workbook before and behind its list of sheets. */
  beforeSheets?: string;
  behindSheets?: string;
  /** Relationships of the workbook beside its sheets and styles. */
  relationships?: HandRelationship[];
  parts?: HandPart[];
  /** Content types by extension beside rels and xml. */
  extensions?: Record<string, string>;
}

/** A package written by hand, with the parts that every workbook has and those that are given. */
export function handPackage(book: HandBook): Promise<Uint8Array> {
  const parts: HandPart[] = [
    {
      name: "xl/workbook.xml",
      type: `${SPREADSHEET}sheet.main+xml`,
      content: `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE.slice(0, -1)}">${book.beforeSheets ?? ""}<sheets>${book.sheetList ?? sheetList(book)}</sheets>${book.behindSheets ?? ""}</workbook>`,
      relationships: [
        ...book.sheets.map((_, i): HandRelationship => [`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`]),
        ["rIdS", "styles", "styles.xml"],
        ...(book.relationships ?? []),
      ],
    },
    { name: "xl/styles.xml", type: `${SPREADSHEET}styles+xml`, content: STYLES },
    ...book.sheets.map(({ inside, relationships }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      type: `${SPREADSHEET}worksheet+xml`,
      content: `${DECLARATION}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE.slice(0, -1)}">${inside}</worksheet>`,
      ...(relationships ? { relationships } : {}),
    })),
    ...(book.parts ?? []),
  ];
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": contentTypes(parts, book.extensions ?? {}),
    "_rels/.rels": relationshipsXml([["rId1", "officeDocument", "xl/workbook.xml"]]),
  };
  for (const { name, content, relationships } of parts) {
    files[name] = content;
    const slash = name.lastIndexOf("/") + 1;
    if (relationships)
      files[`${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`] = relationshipsXml(relationships);
  }
  return packageOf(files);
}

function sheetList({ sheets }: HandBook): string {
  const state = (index: number) => (sheets[index]!.state ? ` state="${sheets[index]!.state}"` : "");
  return sheets
    .map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state(i)} r:id="rId${i + 1}"/>`)
    .join("");
}

/** `<sheetData>` of rows of cells as they stand in the file: `["<c …/>", …]` with addresses, or plain numbers and texts. */
export function sheetData(rows: (number | string)[][]): string {
  const cell = (value: number | string, row: number, column: number) => {
    const address = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (typeof value === "number") return `<c r="${address}"><v>${value}</v></c>`;
    if (value.startsWith("<c")) return value.replace("<c", `<c r="${address}"`);
    return `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  return `<sheetData>${rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join("")}</row>`)
    .join("")}</sheetData>`;
}

function contentTypes(parts: HandPart[], extensions: Record<string, string>): string {
  const defaults = {
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
    ...extensions,
  };
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}content-types">` +
    Object.entries(defaults)
      .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
      .join("") +
    parts
      .flatMap(({ name, type }) => (type ? [`<Override PartName="/${name}" ContentType="${type}"/>`] : []))
      .join("") +
    `</Types>`
  );
}

function relationshipsXml(relationships: HandRelationship[]): string {
  const one = ([id, type, target, mode]: HandRelationship) =>
    `<Relationship Id="${id}" Type="${type.includes(":") ? type : OFFICE + type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`;
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}relationships">${relationships.map(one).join("")}</Relationships>`;
}

const STYLES =
  `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">` +
  `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
  `<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>` +
  `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
  `<dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`;
