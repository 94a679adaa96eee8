import { amount, effects, lines, questions, readAlone } from "../../support/register";
import { readWith } from "../../support/sheets";

describe("the unit of an amount", () => {
  test("from a row under the headings", () => {
    const reading = readAlone([
      ["Scheme", "Saving", "Running cost"],
      [null, "£k", "£k"],
      ["A", 100, 10],
    ]);
    expect(lines(reading)).toEqual([]);
    expect(reading.plan).toMatchObject({ unit: "£k", levers: [{ effect: amount(100), runningCost: 10 }] });
    expect(reading.levers?.leftOut).toEqual([{ cell: "Register!A2", why: "says the units of the columns" }]);
  });

  test("from a column, row by row", () => {
    const reading = readAlone([["Savings, £k"], [], ["Scheme", "Saving", "Unit"], ["A", 1.2, "£m"], ["B", 800, "£k"]]);
    expect(reading.plan?.unit).toBe("£k");
    expect(effects(reading)).toEqual({ A: amount(1200), B: amount(800) });
    expect(lines(reading)).toEqual([
      "warning Register!C3: 'Unit' gives each row's unit, and amounts in others than £k were converted",
    ]);
  });

  test("from a category's label, which goes without it", () => {
    const reading = readWith({
      spend: [
        ["Category", "Base 2014/15", "2015/16"],
        ["Acute (£m)", 100, 104],
        ["Community (£k)", 50000, 51000],
      ],
      fund: [
        ["Funding", "Base 2014/15 £m", "2015/16"],
        ["Allocation", 150, 151],
      ],
      levers: [
        ["Lever", "Saving £m", "Applies to"],
        ["A", 1, "Community"],
      ],
    });
    expect(lines(reading)).toEqual([]);
    expect(reading.plan?.categories).toEqual([
      { name: "Acute", base: 100, spend: [104] },
      { name: "Community", base: 50, spend: [51] },
    ]);
  });

  test("from a number format that shows millions or thousands, with a warning and without noise in the last digits", () => {
    const millions = readAlone([
      ["Scheme", "Saving"],
      ["A", { value: 1_200_000, format: '0.0,,"m"' }],
      ["B", { value: 800_000, format: '0.0,,"m"' }],
    ]);
    expect(millions.plan?.unit).toBe("£m");
    expect(effects(millions)).toEqual({ A: amount(1.2), B: amount(0.8) });
    expect(lines(millions)).toEqual([
      "warning Register!B1: 'Saving' shows millions by its number format, and its amounts were read as they are shown",
    ]);
    const thousands = readAlone([
      ["Scheme", "Saving £k"],
      ["A", { value: 1_234_000, format: "#,##0," }],
    ]);
    expect(effects(thousands)).toEqual({ A: amount(1234) });
    expect(lines(thousands)).toEqual([
      "warning Register!B1: 'Saving £k' shows thousands by its number format, and its amounts were read as they are shown",
    ]);
  });
});

describe("numbers written as text", () => {
  test("are read, with one warning for the column", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      ["A", "1,200"],
      ["B", " 400 "],
      ["C", "£1.2m"],
      ["D", "2\u00a0500"],
      ["E", 500],
    ]);
    expect(effects(reading)).toEqual({
      A: amount(1200),
      B: amount(400),
      C: amount(1200),
      D: amount(2500),
      E: amount(500),
    });
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Register!B2",
        message: "the cell holds a number as text, which was read as a number",
        count: 4,
        cells: ["Register!B2", "Register!B3", "Register!B4", "Register!B5"],
      },
    ]);
  });

  test.each(["TBC", "n/a", "-", "?", "tba"])("'%s' in a saving counts 0, and is said", (text) => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      ["A", 100],
      ["B", text],
      ["C", 50],
    ]);
    expect(effects(reading)).toEqual({ A: amount(100), B: amount(0), C: amount(50) });
    expect(lines(reading)).toEqual([`warning Register!B3: the row is without an amount: '${text}' counts as 0`]);
  });
});

describe("signs", () => {
  test("savings that are negative throughout are turned", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k", "Running cost £k"],
      ["A", -100, -5],
      ["B", "(60)", null],
    ]);
    expect(effects(reading)).toEqual({ A: amount(100), B: amount(60) });
    expect(reading.plan?.levers[0]?.runningCost).toBe(5);
    expect(lines(reading)).toContain(
      "warning Register!B1: the savings are negative throughout, as where they are shown in brackets, and were turned",
    );
    expect(questions(reading)).toEqual([]);
  });

  test("a title may say so", () => {
    const reading = readAlone([["Savings in brackets, £k"], [], ["Scheme", "Saving"], ["A", -100], ["B", -60]]);
    expect(effects(reading)).toEqual({ A: amount(100), B: amount(60) });
    expect(lines(reading)).toEqual([
      "warning Register!B3: savings are shown in brackets, as the title says, and were turned",
    ]);
  });

  test("of both signs the rarer is asked, cell by cell", () => {
    const reading = readAlone([
      ["Scheme", "Saving £k"],
      ["A", 100],
      ["B", 60],
      ["C", -20],
    ]);
    expect(effects(reading)).toEqual({ A: amount(100), B: amount(60), C: amount(-20) });
    expect(questions(reading)).toEqual([
      [
        "warning",
        "Register!B4",
        {
          key: "oddSign@Register!B4",
          choices: ["a cost, which counts against the savings", "a slip of the sign"],
          taken: "a cost, which counts against the savings",
          option: "--answer 'Register!B4=a slip of the sign'",
        },
      ],
    ]);
  });

  test("beside pressures nothing is asked", () => {
    const reading = readAlone([
      ["Scheme", "Type", "Saving £k"],
      ["A", "Saving", -100],
      ["B", "Saving", -60],
      ["C", "Pressure", 20],
    ]);
    expect(reading.plan?.levers.map(({ kind, effect }) => [kind, effect])).toEqual([
      ["Saving", amount(100)],
      ["Saving", amount(60)],
      ["Pressure", amount(20)],
    ]);
    expect(questions(reading)).toEqual([]);
  });
});
