import { currencyOfFormat } from "../../../../src/plan/reading/units/otherCurrencies";
import type { CellText } from "../../support/grid";
import { amount, effects, questions, readAlone } from "../../support/register";

const shownAs = (value: number, format: string): CellText => ({ value, format });
const pounds = '"£"#,##0';
const euros = "[$€-2] #,##0";

describe("amounts of two currencies", () => {
  test.each<[string, CellText[][]]>([
    [
      "number formats",
      [
        ["Scheme", "Saving"],
        ["A", shownAs(100, pounds)],
        ["B", shownAs(50, euros)],
        ["C", shownAs(40, pounds)],
      ],
    ],
    [
      "texts",
      [
        ["Scheme", "Saving"],
        ["A", "£100"],
        ["B", "€50"],
        ["C", "£40"],
      ],
    ],
    [
      "a Unit column",
      [
        ["Scheme", "Saving", "Currency"],
        ["A", 100, "£"],
        ["B", 50, "€"],
        ["C", 40, "£"],
      ],
    ],
    [
      "codes in a Unit column",
      [
        ["Scheme", "Saving", "Currency"],
        ["A", 100, "GBP"],
        ["B", 50, "EUR"],
        ["C", 40, "GBP"],
      ],
    ],
  ])("are not added, said by %s", (_, rows) => {
    const reading = readAlone(rows);
    expect(reading.plan).toBeNull();
    expect(questions(reading).map(([level, cell, { choices }]) => [level, cell, choices])).toEqual([
      ["error", "Register!B3", ["amounts in € do not count", "all amounts are in £"]],
    ]);
    const read = (answer: string) => effects(readAlone(rows, { answers: { "otherCurrency@Register!B3": answer } })).B;
    expect(read("amounts in € do not count")).toEqual(amount(0));
    expect(read("all amounts are in £")).toEqual(amount(50));
  });

  test("are converted to the plan's multiple where the user says that they are one", () => {
    const rows = [
      ["Scheme", "Saving", "Unit"],
      ["A", 100, "£k"],
      ["B", 50_000, "€"],
    ];
    const reading = readAlone(rows, { answers: { "otherCurrency@Register!B3": "all amounts are in £" } });
    expect(effects(reading)).toEqual({ A: amount(100), B: amount(50) });
  });

  test("of a budget are an error that nothing but the workbook mends", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "One-off cost"],
      ["A", 100, shownAs(10, pounds)],
      ["B", 50, shownAs(20, euros)],
    ]);
    expect(questions(reading).map(([, cell]) => cell)).toEqual(["Register!C3"]);
  });

  test("are none where all cells show one, whatever it is", () => {
    const rows = [
      ["Scheme", "Saving £k"],
      ["A", shownAs(100, "$#,##0")],
      ["B", shownAs(50, "$#,##0")],
    ];
    expect(questions(readAlone(rows))).toEqual([]);
  });
});

test.each([
  ["[$€-2] #,##0", "€"],
  ["[$EUR] #,##0", "€"],
  ['"£"#,##0.00', "£"],
  ["\\£#,##0", "£"],
  ["[$-809]d mmm yyyy", ""],
  ["#,##0", ""],
  ["$#,##0;[Red]-$#,##0", "$"],
  ["0.0%", ""],
])("the format %s shows the currency '%s'", (format, currency) => {
  expect(currencyOfFormat(format)).toBe(currency);
});
