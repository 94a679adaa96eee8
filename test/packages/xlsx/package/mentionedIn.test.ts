import { mentionedIn } from "@workbooks/xlsx/package/mentionedIn";
import { handPackage } from "../support/makers/handPackage";

const word = "_xldudf_SAVINGS_";
const call = `${word}DISCOUNT(1)`;

/** The parts of a sheet with this in it, in which the word is found. */
async function found(inside: string): Promise<string[]> {
  return mentionedIn(await handPackage({ sheets: [{ name: "Data", inside }] }), word);
}

const row = (cell: string) => `<sheetData><row r="1">${cell}</row></sheetData>`;

test.each([
  ["a text that stands in the sheet", row(`<c r="A1" t="inlineStr"><is><t>=${call}</t></is></c>`)],
  ["the parts of a text", row(`<c r="A1" t="inlineStr"><is><r><t>=${call}</t></r><r><t>!</t></r></is></c>`)],
  ["what a formula comes to", row(`<c r="A1" t="str"><f>"_xldudf_"&amp;"SAVINGS_"</f><v>${call}</v></c>`)],
])("no call is %s", async (_, inside) => {
  expect(await found(inside)).toEqual([]);
});

test.each([
  ["a formula", row(`<c r="A1"><f>${call}</f><v>1</v></c>`)],
  ["a formula behind marks", row(`<c r="A1"><f><![CDATA[${call}]]></f><v>1</v></c>`)],
  [
    "a rule",
    `<sheetData/><dataValidations count="1"><dataValidation type="custom" sqref="A1"><formula1>${call}</formula1></dataValidation></dataValidations>`,
  ],
])("a call is %s", async (_, inside) => {
  expect(await found(inside)).toEqual(["xl/worksheets/sheet1.xml"]);
});
