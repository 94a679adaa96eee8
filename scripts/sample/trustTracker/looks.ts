import type { BorderContent, StyleContent } from "@workbooks/xlsx/content";
import type { Look } from "../sheetWriter";

const navy = "#003087";
const blue = "#DCE6F5";
const grey = "#5B6770";
const line: BorderContent = { style: "thin", color: "#C3CCD6" };
const box: StyleContent["borders"] = { top: line, bottom: line, left: line, right: line };
const numbers = "#,##0;(#,##0);-";

/** How a trust's tracker looks: every cell boxed, inputs blue, sums black. */
export const looks = {
  title: { fontSize: 16, bold: true, fontColor: navy },
  subtitle: { fontSize: 12, bold: true },
  note: { fontColor: grey, italic: true },
  plainNote: { fontColor: grey },
  heading: { bold: true, fontSize: 12, fontColor: navy },
  band: { bold: true, fontColor: "#FFFFFF", fillColor: navy, horizontal: "center", borders: box },
  header: { bold: true, fillColor: blue, wrap: true, horizontal: "center", borders: box },
  headerText: { bold: true, fillColor: blue, wrap: true, borders: box },
  text: { borders: box },
  middle: { borders: box, horizontal: "center" },
  date: { borders: box, horizontal: "center", numberFormat: "dd/mm/yyyy" },
  input: { borders: box, fontColor: "#0000FF", numberFormat: numbers },
  inputRate: { borders: box, fontColor: "#0000FF", numberFormat: "0.0%" },
  amount: { borders: box, numberFormat: numbers },
  rate: { borders: box, numberFormat: "0.0%" },
  subtotalText: { borders: box, bold: true, fillColor: "#F0F4F9" },
  subtotal: { borders: box, bold: true, fillColor: "#F0F4F9", numberFormat: numbers },
  totalText: { borders: box, bold: true, fillColor: blue },
  total: { borders: box, bold: true, fillColor: blue, numberFormat: numbers },
  totalRate: { borders: box, bold: true, fillColor: blue, numberFormat: "0.0%" },
} satisfies Record<string, Look>;

/** Font and fill of a RAG letter. */
export const ragColors = {
  R: { fontColor: "#FFFFFF", fillColor: "#C9302C" },
  A: { fontColor: "#000000", fillColor: "#FFC000" },
  G: { fontColor: "#FFFFFF", fillColor: "#2E7D32" },
};

export const tabColors = { summary: navy, tracker: "#0072CE", money: "#768692" };
