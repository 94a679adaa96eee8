import type { BorderContent, StyleContent } from "@workbooks/xlsx/content";
import type { Look } from "../sheetWriter";

const green = "#0B5A3C";
const pale = "#E7F2EC";
const grey = "#5F6B66";
const inputBlue = "#0F3FBF";

const thin = (color: string): BorderContent => ({ style: "thin", color });
const under = (color: string): StyleContent["borders"] => ({ top: null, bottom: thin(color), left: null, right: null });

/** How the sample looks. Inputs are blue and results black, as modellers in finance have it. */
export const looks = {
  title: { fontSize: 18, bold: true, fontColor: green },
  subtitle: { fontColor: grey },
  heading: { fontSize: 13, bold: true, fontColor: green, borders: under(green) },
  text: {},
  note: { fontColor: grey, wrap: true, vertical: "center", indent: 1 },
  quiet: { fontColor: grey },
  /** A source or a remark beside a number. */
  aside: { fontColor: grey, indent: 1 },
  label: { wrap: true },
  header: { bold: true, fontColor: "#FFFFFF", fillColor: green, wrap: true, vertical: "center" },
  headerAside: { bold: true, fontColor: "#FFFFFF", fillColor: green, wrap: true, vertical: "center", indent: 1 },
  headerNumber: {
    bold: true,
    fontColor: "#FFFFFF",
    fillColor: green,
    wrap: true,
    vertical: "center",
    horizontal: "right",
  },
  input: { fontColor: inputBlue, numberFormat: "#,##0.0" },
  inputRate: { fontColor: inputBlue, numberFormat: "0.0%" },
  inputText: { fontColor: inputBlue },
  inputTextAside: { fontColor: inputBlue, indent: 1 },
  inputYears: { fontColor: inputBlue, numberFormat: "0" },
  amount: { numberFormat: "#,##0.0" },
  amountFine: { numberFormat: "#,##0.00" },
  rate: { numberFormat: "0.0%" },
  answer: { numberFormat: "#,##0.00", bold: true, fillColor: pale },
  answerRate: { numberFormat: "0.00%", bold: true, fillColor: pale },
  formula: { fontName: "Consolas", fontSize: 10, fontColor: grey, indent: 1 },
  total: { numberFormat: "#,##0.0", bold: true, borders: { top: thin(green), bottom: null, left: null, right: null } },
  totalLabel: { bold: true, borders: { top: thin(green), bottom: null, left: null, right: null } },
} satisfies Record<string, Look>;

/** Of a table's row with one line of text, in points. */
export const rowHeight = 18;

/** Rows of a table are told apart by a hair line. */
export function ruled(look: Look): Look {
  return { ...look, borders: under("#D5DDD9") };
}

export const tabColors = { readMe: green, inputs: inputBlue };
