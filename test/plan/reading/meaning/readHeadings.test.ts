import type { PlanReading } from "../../../../src/plan/reading/planReading";
import type { TableKind } from "../../../../src/plan/tableKinds";
import { percent, type CellText } from "../../support/grid";
import { asLine, readWith } from "../../support/sheets";

const lines = (reading: PlanReading): string[] => reading.findings.map(asLine);
const meanings = (reading: PlanReading, kind: TableKind): string[] =>
  reading[kind]?.columns.map(({ meaning, sureness }) => `${meaning}${sureness === "unsure" ? "?" : ""}`) ?? [];

describe("how headings are understood", () => {
  test("in any order, with units, percent signs and line breaks", () => {
    const levers: CellText[][] = [
      ["RAG", "Planned\nsavings (£m)", "Ref", "Scheme\nname", "Recurrent?"],
      ["G", 5, 1, "Procurement", "Y"],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["rag", "saving", "reference", "lever", "recurrent"]);
    expect(reading.plan?.levers[0]).toMatchObject({
      name: "Procurement",
      reference: "1",
      status: "",
      rag: "Green",
      recurrent: true,
      isRecurrenceStated: true,
    });
    expect(reading.levers?.columns[1]).toMatchObject({
      heading: "Planned savings (£m)",
      address: "Levers!B1",
      firstValues: ["5"],
    });
  });

  test("a merged heading over the years, and headings over two rows", () => {
    const spend: CellText[][] = [
      ["Category", "Base", "Growth % a year"],
      [null, "2014/15", "2015/16", "2016/17", "2017/18"],
      ["Acute", 100, 4, 4, 3.5],
    ];
    const reading = readWith({ spend });
    expect(meanings(reading, "spending")).toEqual([
      "category",
      "base",
      "growth:2015/16",
      "growth:2016/17",
      "growth:2017/18",
    ]);
    expect(reading.spending?.address).toBe("Spend!A1:E3");
    expect(reading.plan?.categories?.[0]?.spend[2]).toBeCloseTo(100 * 1.04 * 1.04 * 1.035, 10);
  });

  test("a merged heading over Low, Likely and High", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving", "Delivery"],
      [null, "£m", "Low", "Likely", "High"],
      ["Procurement", 5, 0.5, 0.8, 1.1],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "saving", "low", "likely", "high"]);
    expect(reading.plan?.levers[0]?.delivery).toEqual({ low: 0.5, likely: 0.8, high: 1.1 });
  });

  test("likeness is shown as unsure and warned of", () => {
    const levers: CellText[][] = [
      ["Lever", "Savigns", "Organisaton"],
      ["Procurement", 5, "Trust"],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "saving?", "organisation?"]);
    expect(lines(reading)).toEqual([
      "warning Levers!B1: 'Savigns' was read as Saving, since it is much like 'savings'; correct it if it is something else",
      "warning Levers!C1: 'Organisaton' was read as Organisation, since it is much like 'organisation'; correct it if it is something else",
    ]);
  });

  test("a correction is taken as it is, and a column can be left out", () => {
    const levers: CellText[][] = [
      ["Lever", "Annual rate", "Group"],
      ["Procurement", percent(0.03), "Local"],
    ];
    const reading = readWith(
      { levers },
      {
        corrections: { headings: { "Levers!B1": "yearlyEfficiency", "Levers!C1": "ignored" } },
      },
    );
    expect(lines(reading)).toEqual([]);
    expect(meanings(reading, "levers")).toEqual(["lever", "yearlyEfficiency", "ignored"]);
    expect(reading.plan?.levers[0]).toMatchObject({ effect: { kind: "yearlyEfficiency", rate: 0.03 }, group: "" });
  });

  test("a register whose saving is left out is one still, and says what it lacks", () => {
    const reading = readWith(
      {},
      { corrections: { headings: { "Levers!D1": "ignored", "Levers!E1": "ignored", "Levers!F1": "ignored" } } },
    );
    expect(lines(reading)).toEqual([
      "error Levers!A1: the Levers table has no column with savings; Saving, Saving % or Yearly efficiency % is needed",
    ]);
    expect(meanings(reading, "levers")).toEqual([
      "lever",
      "group",
      "appliesTo",
      "ignored",
      "ignored",
      "ignored",
      "start",
    ]);
  });

  test("of two columns for one meaning the usual heading wins", () => {
    const levers: CellText[][] = [
      ["Description", "Lever", "Saving"],
      ["a long text", "Procurement", 5],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["comments", "lever", "saving"]);
    expect(reading.plan?.levers.map(({ name }) => name)).toEqual(["Procurement"]);
  });

  test("savings of two years are asked about: counted in each, or new in each", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving 2015/16", "Saving 2016/17"],
      ["Procurement", 5, 6],
    ];
    const reading = readWith({ levers });
    expect(reading.findings).toEqual([
      {
        level: "error",
        cell: "Levers!B1",
        message:
          "the amounts by year may be counted in each year, or be new in each year and add to those before; say which: it changes every total",
        question: {
          key: "yearSavings@Levers!B1",
          choices: ["counted in each year", "new in each year"],
          taken: "counted in each year",
          option: "--answer 'Levers!B1=new in each year'",
        },
      },
    ]);
    expect(reading.plan).toBeNull();
    expect(meanings(reading, "levers")).toEqual(["lever", "amount:2015/16", "amount:2016/17"]);
  });

  test("Saving over percentages is a level, unsure and asked", () => {
    const levers: CellText[][] = [
      ["Lever", "Saving"],
      ["Procurement", percent(0.03)],
    ];
    const reading = readWith({ levers });
    expect(meanings(reading, "levers")).toEqual(["lever", "savingShare?"]);
    expect(reading.plan?.levers[0]?.effect).toEqual({ kind: "level", share: 0.03 });
    expect(reading.findings).toEqual([
      {
        level: "warning",
        cell: "Levers!B1",
        message:
          "'Saving' leaves open whether the share is saved once in place (a level) or anew each year; a level is taken; head it Saving % or Yearly efficiency % to say which",
        question: {
          key: "levelOrYearly@Levers!B1",
          choices: ["saved once in place (a level)", "saved anew each year"],
          taken: "saved once in place (a level)",
          option: "--answer 'Levers!B1=saved anew each year'",
        },
      },
    ]);
  });
});
