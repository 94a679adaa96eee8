import type { PageContent, PageTextsContent } from "@workbooks/xlsx/content";
import { accessDenied, invalidArgument, itemNotFound } from "../../workbook/excelError";
import { wholeSheet, type Sheet } from "../../workbook/sheet";
import { asNumber, asText, oneOf } from "../arguments";
import { defineClass, objectOf } from "../registry";
import type { Property } from "../table";
import { rangeArgument } from "./range/rangeArguments";
import { rangeOf } from "./range/rangeObjects";

/** Sizes of paper by the numbers that files give them; all others are refused. */
const paperSizes = { Letter: 1, Tabloid: 3, Ledger: 4, Legal: 5, Executive: 7, A3: 8, A4: 9, A5: 11 } as const;
type PaperSize = keyof typeof paperSizes;

function change(sheet: Sheet, page: PageContent): void {
  if (sheet.isProtected) throw accessDenied();
  sheet.page = page;
}

/** Names arrive in either case, as all of an options object does. */
function zoomOf(wanted: unknown): Pick<PageContent, "scale" | "fit"> {
  const given = new Map(Object.entries(wanted ?? {}).map(([name, value]) => [name.toLowerCase(), value as unknown]));
  const of = (name: string): number | null => {
    const value = given.get(name) ?? null;
    return value === null ? null : asNumber(value);
  };
  const [scale, wide, tall] = [of("scale"), of("horizontalfittopages"), of("verticalfittopages")];
  if (wide !== null || tall !== null) {
    for (const pages of [wide, tall])
      if (pages !== null && (!Number.isInteger(pages) || pages < 1)) throw invalidArgument();
    return { fit: { wide: wide ?? 0, tall: tall ?? 0 } };
  }
  if (scale === null || scale < 10 || scale > 400) throw invalidArgument();
  return scale === 100 ? {} : { scale };
}

defineClass("PageLayout", {
  properties: {
    orientation: {
      get: ({ page }) => (page.isLandscape ? "Landscape" : "Portrait"),
      set: (sheet, value) => {
        const { isLandscape: _before, ...page } = sheet.page;
        change(sheet, oneOf(value, ["Portrait", "Landscape"]) === "Landscape" ? { ...page, isLandscape: true } : page);
      },
    },
    paperSize: {
      get: ({ page }) =>
        Object.keys(paperSizes).find((name) => paperSizes[name as PaperSize] === (page.paperSize ?? 1)) ?? null,
      set: (sheet, value) => {
        const name = oneOf(value, Object.keys(paperSizes) as PaperSize[]);
        change(sheet, { ...sheet.page, paperSize: paperSizes[name] });
      },
    },
    zoom: {
      get: ({ page: { fit, scale } }) =>
        fit
          ? { horizontalFitToPages: fit.wide || null, verticalFitToPages: fit.tall || null, scale: null }
          : { horizontalFitToPages: null, verticalFitToPages: null, scale: scale ?? 100 },
      set: (sheet, value) => {
        const { scale: _scale, fit: _fit, ...page } = sheet.page;
        change(sheet, { ...page, ...zoomOf(value) });
      },
    },
    headersFooters: { object: (sheet) => objectOf("HeaderFooterGroup", sheet) },
  },
  methods: {
    getPrintTitleRows: {
      orNull: true,
      call: (sheet) => {
        const rows = sheet.page.titleRows;
        if (!rows) throw itemNotFound();
        return rangeOf(sheet, { ...rows, column: 0, columnCount: wholeSheet.columnCount });
      },
    },
    setPrintTitleRows: {
      call: (sheet, [rows], { workbook }) => {
        const { sheet: on, area } = rangeArgument(rows, workbook, sheet);
        if (on !== sheet || area.column !== 0 || area.columnCount < wholeSheet.columnCount) throw invalidArgument();
        change(sheet, { ...sheet.page, titleRows: { row: area.row, rowCount: area.rowCount } });
      },
    },
  },
});

/** The texts of all pages are the only ones that can be set here. */
defineClass("HeaderFooterGroup", {
  properties: {
    state: { get: () => "Default" },
    defaultForAllPages: { object: (sheet) => objectOf("HeaderFooter", sheet) },
  },
});

function text(part: "header" | "footer", side: keyof PageTextsContent): Property<Sheet> {
  const textsOf = ({ page }: Sheet): PageTextsContent => page[part] ?? { left: "", center: "", right: "" };
  return {
    get: (sheet) => textsOf(sheet)[side],
    set: (sheet, value) => change(sheet, { ...sheet.page, [part]: { ...textsOf(sheet), [side]: asText(value) } }),
  };
}

defineClass("HeaderFooter", {
  properties: {
    leftHeader: text("header", "left"),
    centerHeader: text("header", "center"),
    rightHeader: text("header", "right"),
    leftFooter: text("footer", "left"),
    centerFooter: text("footer", "center"),
    rightFooter: text("footer", "right"),
  },
});
