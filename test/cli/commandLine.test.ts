import { readCommandLine } from "../../cli/commandLine";

test("formulas are arguments, whatever they hold", () => {
  expect(readCommandLine(["calc", "=A1", "=-1+2", "--workbook", "b.xlsx", "=SUM(1,2)"])).toEqual({
    name: "calc",
    formulas: ["=A1", "=-1+2", "=SUM(1,2)"],
    stdin: false,
    workbook: "b.xlsx",
  });
});

test("a run's options are handed on by their names", () => {
  const words = [
    "run",
    "book.xlsx",
    "--out=done.xlsx",
    "--scenario",
    "As planned",
    "--levers",
    "Register!B6:P31",
    "--levers=Surgery!A1",
    "--column",
    "'My register'!D4=yearlyEfficiency",
    "--column=Register!E4=2025/26",
    "--answer",
    "Register!B6=counted in each year",
    "--answer=leverCounts@Register!F9=2",
    "--year-savings",
    "new",
    "--target=22.5",
    "--portable",
    "--json",
  ];
  expect(readCommandLine(words)).toEqual({
    name: "run",
    workbook: "book.xlsx",
    out: "done.xlsx",
    json: true,
    findings: false,
    options: {
      scenario: "As planned",
      levers: ["Register!B6:P31", "Surgery!A1"],
      columns: ["'My register'!D4=yearlyEfficiency", "Register!E4=2025/26"],
      answers: ["Register!B6=counted in each year", "leverCounts@Register!F9=2"],
      yearSavings: "new",
      target: 22.5,
      form: "portable",
    },
  });
});

test("only reading findings needs no file to write", () => {
  expect(readCommandLine(["run", "book.xlsx", "--findings"])).toMatchObject({ out: null, findings: true });
});

test.each([["help"], ["--help"], ["calc", "--help"], ["run", "-h"], ["recalc", "book.xlsx", "--help"]])(
  "%s asks how it is used",
  (...words) => {
    expect(readCommandLine(words)).toEqual({ name: "help" });
  },
);

test("what follows -- asks for nothing", () => {
  expect(readCommandLine(["calc", "--", "--help"])).toMatchObject({ name: "calc", formulas: ["--help"] });
});

test.each([
  [[], "A command is missing"],
  [["sum"], 'There is no command "sum"'],
  [["calc"], "calc needs a formula"],
  [["calc", "--stdin", "=1"], "not both"],
  [["calc", "=1", "--workbook"], "--workbook needs a value"],
  [["recalc", "book.xlsx"], "recalc needs --out"],
  [["recalc", "--out", "done.xlsx"], "recalc needs a workbook"],
  [["recalc", "a.xlsx", "b.xlsx", "--out", "c.xlsx"], '"b.xlsx" is one too many'],
  [["run", "book.xlsx"], "run needs --out"],
  [["run", "book.xlsx", "--out", "--json"], "--out needs a value"],
  [["run", "book.xlsx", "--out", "a", "--out", "b"], "--out is given twice"],
  [["run", "book.xlsx", "--out", "d.xlsx", "--values", "--live"], "Only one of"],
  [["run", "book.xlsx", "--json", "--target=-5"], '--target is "-5"; what is to be saved is needed'],
  [["run", "book.xlsx", "--json", "--target", "22m"], '--target is "22m"; an amount in the plan\'s unit'],
  [["run", "book.xlsx", "--json", "--target", "1", "--target", "2"], "--target is given twice"],
  [["run", "book.xlsx", "--json", "--year-savings", "both"], '--year-savings is "both"; each or new is needed'],
  [
    ["run", "book.xlsx", "--json", "--column", "Register!D4"],
    '--column is "Register!D4"; a heading\'s cell and its meaning',
  ],
  [["run", "book.xlsx", "--json", "--column", "Register!D4= "], "a heading's cell and its meaning"],
  [
    ["run", "book.xlsx", "--json", "--answer", "Register!D4="],
    '--answer is "Register!D4="; a question\'s cell and a choice',
  ],
  [["run", "book.xlsx", "--json", "--levers"], "--levers needs a value"],
  [["run", "book.xlsx", "--out", "d.xlsx", "--verbose"], "run has no option --verbose"],
  [["recalc", "book.xlsx", "--out", "done.csv"], '"done.csv" ends in .csv; the workbook is written as it is, .xlsx.'],
  [["run", "book.xlsm", "--out", "done.xlsx"], '"done.xlsx" ends in .xlsx; the workbook is written as it is, .xlsm.'],
])("%j is wrong usage", (words, message) => {
  expect(() => readCommandLine(words)).toThrow(message);
});
