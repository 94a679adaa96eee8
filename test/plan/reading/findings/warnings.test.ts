import { asLine, leverRows, readWith, spendRows, withCell } from "../../support/sheets";
import { percent, type CellText } from "../../support/grid";
import { lines, readAlone } from "../../support/register";

const levers = (address: string, value: CellText): CellText[][] => withCell(leverRows, address, value);
const withColumn = (heading: string, ...values: CellText[]): CellText[][] =>
  leverRows.map((row, at) => [...row, at === 0 ? heading : (values[at - 1] ?? null)]);

describe("warnings", () => {
  test("levers that are called the same are told apart, at the first of their names", () => {
    const { findings, plan } = readWith({ levers: levers("A3", " procurement ") });
    expect(findings).toEqual([
      {
        level: "warning",
        cell: "Levers!A2",
        message: "'Procurement' is the name of 2 levers; each has its own mark beside it",
        count: 2,
      },
    ]);
    expect(plan?.levers.map(({ name }) => name)).toEqual(["Procurement (row 2)", "procurement (row 3)"]);
  });

  test("a lever without an amount counts 0", () => {
    const { findings, plan } = readWith({ levers: levers("D2", null) });
    expect(findings.map(asLine)).toEqual(["warning Levers!D2: the row is without an amount and counts as 0"]);
    expect(plan?.levers.map(({ effect }) => effect)).toEqual([
      { kind: "amount", amount: 0 },
      { kind: "yearlyEfficiency", rate: 0.01 },
    ]);
  });

  test("a word that is no type leaves a cost reduction", () => {
    const { findings, plan } = readWith({ levers: withColumn("Type", "Magic") });
    expect(findings.map(asLine)).toEqual([
      "warning Levers!H2: the word is no known type, so the lever counts as a cost reduction; Cost reduction, Cost avoidance or Income would say which",
    ]);
    expect(plan?.levers.map(({ type }) => type)).toEqual(["Cost reduction", "Cost reduction"]);
  });

  test("an end after the horizon is cut to the last year; what stays after an end is asked", () => {
    const { findings, plan } = readWith({ levers: withColumn("End", "2025/26") });
    expect(findings).toEqual([
      {
        level: "warning",
        cell: "Levers!H2",
        message: "the lever has an end, and nothing says whether its saving stays after it; it was read as staying",
        question: {
          key: "afterEnd@Levers!H2",
          choices: ["the saving stays", "the saving ends"],
          taken: "the saving stays",
          option: "--answer 'Levers!H2=the saving ends'",
        },
      },
    ]);
    expect(plan?.levers.map(({ end, recurrent }) => [end, recurrent])).toEqual([
      [5, true],
      [null, true],
    ]);
  });

  test("a Start column without a year is left out, and said", () => {
    const { findings, plan } = readWith({ levers: levers("G2", "soon") });
    expect(findings.map(asLine)).toEqual(["warning Levers!G1: 'Start' was left out, since its cells hold no year"]);
    expect(plan?.levers.map(({ start }) => start)).toEqual([1, 1]);
  });

  test("a start in the base year counts in full from the first", () => {
    const { findings, plan } = readWith({ levers: levers("G2", "2014/15") });
    expect(findings.map(asLine)).toEqual([
      "warning Levers!G2: '2014/15' is before the first year 2015/16; the lever counts in full from 2015/16",
    ]);
    expect(plan?.levers[0]).toMatchObject({ start: 0, firstYearShare: 1, effect: { kind: "amount", amount: 5 } });
  });

  test("a start before the base year asks whether the outturn holds the saving", () => {
    const { findings, plan } = readWith({ levers: levers("G2", "2012/13") });
    expect(findings).toEqual([
      {
        level: "warning",
        cell: "Levers!G2",
        message:
          "'2012/13' is before the first year 2015/16; the lever counts in full from 2015/16, unless the outturn of 2014/15 holds its saving already",
        question: {
          key: "inOutturn@Levers!G2",
          choices: ["counts in full", "is in the outturn already"],
          taken: "counts in full",
          option: "--answer 'Levers!G2=is in the outturn already'",
        },
      },
    ]);
    expect(plan?.levers[0]?.start).toBe(-2);
    expect(plan?.findings).toEqual(findings);
  });

  test("a totals row inside the data", () => {
    const { findings, plan } = readWith({
      levers: [...leverRows.slice(0, 2), ["Total", null, null, 5], ...leverRows.slice(2)],
    });
    expect(findings.map(asLine)).toEqual(["warning Levers!A3: the totals row 'Total' was left out"]);
    expect(plan?.levers.map(({ name }) => name)).toEqual(["Procurement", "Productivity"]);
  });

  test("a sum without a name, and a named sum that says total", () => {
    const spend: CellText[][] = [...spendRows, [null, 150]];
    const rows: CellText[][] = [
      ...leverRows,
      ["Pharmacy", "Local", "Acute", 2],
      ["Estates", null, "All", 3],
      ["Local schemes total", null, null, 10],
    ];
    expect(readWith({ spend, levers: rows }).findings.map(asLine)).toEqual([
      "warning Spend!A4: the totals row was left out",
      "warning Levers!A6: the totals row 'Local schemes total' was left out",
    ]);
  });

  test("a lever that is called total something is a lever where it is no sum", () => {
    const rows: CellText[][] = [...leverRows, ["Total facilities management", "Local", "Acute", 2]];
    const { findings, plan } = readWith({ levers: rows });
    expect(findings).toEqual([]);
    expect(plan?.levers).toHaveLength(3);
  });

  test("a column headed % with plain numbers", () => {
    const rows: CellText[][] = [
      ["Lever", "Saving %"],
      ["A", 3],
      ["B", 0.5],
    ];
    const { findings, plan } = readWith({ levers: rows });
    expect(findings.map(asLine)).toEqual([
      "warning Levers!B1: the plain numbers under 'Saving %' were read as percents, so that 3 is 3%",
    ]);
    expect(plan?.levers.map(({ effect }) => effect)).toEqual([
      { kind: "level", share: 0.03 },
      { kind: "level", share: 0.005 },
    ]);
  });

  test("an Excel error in a cell that is not needed", () => {
    const { findings, plan } = readWith({ levers: withColumn("Lead officer", { error: "#NAME?" }) });
    expect(findings.map(asLine)).toEqual(["warning Levers!H2: the cell shows #NAME?; it takes no part in the plan"]);
    expect(plan).not.toBeNull();
  });

  test("a heading that leaves the rate open", () => {
    const rows: CellText[][] = [
      ["Lever", "Annual rate"],
      ["A", percent(0.03)],
    ];
    const { findings, plan, levers: table } = readWith({ levers: rows });
    expect(findings.map(asLine)).toEqual([
      "warning Levers!B1: 'Annual rate' leaves open whether the share is saved once in place (a level) or anew each year; a level is taken; head it Saving % or Yearly efficiency % to say which",
    ]);
    expect(table?.columns[1]).toMatchObject({ meaning: "savingShare", sureness: "unsure" });
    expect(plan?.levers[0]?.effect).toEqual({ kind: "level", share: 0.03 });
  });

  test("growth that reads as amounts far below the base", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "2015/16", "2016/17"],
      ["Acute", 100, 4, 3.5],
    ];
    const rows: CellText[][] = [
      ["Lever", "Saving"],
      ["A", 1],
    ];
    expect(readWith({ spend, levers: rows }).findings.map(asLine)).toEqual([
      "warning Spend!C1: the amounts of 2015/16 are far below the base; if they are growth, head them Growth % or format them as percentages",
    ]);
  });

  test("a bare £ in a heading says no multiple of its own", () => {
    const rows: CellText[][] = [["Savings, £m"], [], ["Lever", "Saving £"], ["A", 5]];
    const { findings, plan } = readWith({ levers: rows });
    expect(findings).toEqual([]);
    expect(plan?.levers[0]?.effect).toEqual({ kind: "amount", amount: 5 });
  });

  test("another multiple of the currency is converted", () => {
    const { findings, plan } = readWith({ levers: withCell(withCell(leverRows, "D1", "Saving (£k)"), "D2", 5000) });
    expect(findings.map(asLine)).toEqual([
      "warning Levers!D1: 'Saving (£k)' is in £k and the plan in £m, so its amounts were divided by 1,000",
    ]);
    expect(plan?.levers[0]?.effect).toEqual({ kind: "amount", amount: 5 });
  });

  test.each<[heading: string, cells: CellText[], says: string]>([
    ["Benefits expected", ["Sep-26", "Jan-27", "Feb-27"], "holds dates, which may say when the savings start"],
    [
      "Likelihood of delivery",
      ["90%", "Medium", "Low"],
      "may say how much of each saving is likely, though not every cell holds a percent",
    ],
  ])("'%s' over cells that cannot be read is left out, and said", (heading, cells, says) => {
    const rows = [
      ["Scheme", "Saving £k", heading],
      ["A", 10, cells[0] ?? null],
      ["B", 20, cells[1] ?? null],
      ["C", 30, cells[2] ?? null],
    ];
    expect(lines(readAlone(rows))).toEqual([
      `warning Register!C1: '${heading}' ${says}, and was left out; correct it if it does`,
    ]);
  });
});
