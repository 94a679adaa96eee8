import type { BorderContent, StyleContent } from "@workbooks/xlsx/content";
import type { Look } from "../sheetWriter";

const teal = "#1F5C63";
const pale = "#E4EFF0";
const rule = (style: string): BorderContent => ({ style, color: teal });
const under: StyleContent["borders"] = {
  top: null,
  bottom: { style: "hair", color: "#9FB7BA" },
  left: null,
  right: null,
};
const numbers = "#,##0;(#,##0);-";

/** How a council's appendices look: rules instead of boxes, reductions in brackets. */
export const looks = {
  title: { fontSize: 15, bold: true, fontColor: teal },
  subtitle: { fontColor: "#4A4A4A" },
  note: { fontColor: "#4A4A4A", italic: true },
  header: { bold: true, fontColor: "#FFFFFF", fillColor: teal, wrap: true },
  headerNumber: { bold: true, fontColor: "#FFFFFF", fillColor: teal, wrap: true, horizontal: "right" },
  headerMiddle: { bold: true, fontColor: "#FFFFFF", fillColor: teal, wrap: true, horizontal: "center" },
  section: { bold: true, fontColor: teal, fillColor: pale },
  text: { borders: under },
  wrapped: { borders: under, wrap: true },
  middle: { borders: under, horizontal: "center" },
  amount: { borders: under, numberFormat: numbers },
  posts: { borders: under, numberFormat: "0.0;(0.0)" },
  rate: { borders: under, numberFormat: "0.00%" },
  subtotalText: { bold: true, borders: { ...under, top: rule("thin") } },
  subtotal: { bold: true, borders: { ...under, top: rule("thin") }, numberFormat: numbers },
  totalText: { bold: true, fillColor: pale, borders: { ...under, top: rule("thin"), bottom: rule("double") } },
  total: {
    bold: true,
    fillColor: pale,
    borders: { ...under, top: rule("thin"), bottom: rule("double") },
    numberFormat: numbers,
  },
} satisfies Record<string, Look>;

export const ragColors = {
  R: { fontColor: "#FFFFFF", fillColor: "#B3261E" },
  A: { fontColor: "#000000", fillColor: "#F5B83D" },
  G: { fontColor: "#FFFFFF", fillColor: "#2F7D4F" },
};

export const tabColor = teal;
