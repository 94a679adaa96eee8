import { givenColumns } from "../../../src/workbook/read/givenColumns";
import { grid } from "../../plan/support/grid";

const grids = [
  grid("Register", [
    ["Scheme", "2025/26"],
    ["A", 1],
  ]),
];

test("headings are given their meanings, shares too", () => {
  expect(givenColumns(["Register!A1=lever", "B1=share"], grids)).toEqual({
    "Register!A1": "lever",
    "Register!B1": "share",
  });
});

test.each([
  [["B1=saving", "B1=plan"], "Register!B1 is given two meanings, saving and plan; one is needed."],
  [["B1=savings"], "'savings' is no meaning of a column; a year, ignored or one such as saving, "],
])("%s is refused in one sentence", (columns, sentence) => {
  expect(() => givenColumns(columns, grids)).toThrow(sentence);
});
