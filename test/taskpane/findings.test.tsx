import type { Cell } from "../../src/cells/cell";
import { grid } from "../plan/support/grid";
import { FakeWorkbook } from "./support/fakeWorkbook";
import { all, cleanUp, click, has, renderPane, text, the, violations } from "./support/renderPane";

afterEach(cleanUp);

const years = ["2025/26", "2026/27", "2027/28", "2028/29", "2029/30"];
const money = (year: string) => `${year} saving, £k`;

/** A register with an amount for each of five years; the total's cells as given. */
function fiveYears(...total: number[]): FakeWorkbook {
  const rows: Cell[][] = [
    ["Scheme", ...years.map(money)],
    ["Theatre lists", 400, 410, 420, 430, 440],
    ["Bed days", 250, 260, 270, 280, 290],
    ["Agency rates", 150, 160, 170, 180, 190],
    ["Total", ...total],
  ];
  const workbook = new FakeWorkbook([grid("Register", rows)]);
  workbook.corrections = { answers: { "yearSavings@Register!B1": "counted in each year" } };
  return workbook;
}

const findings = () => (has("region", "Findings") ? (the("region", "Findings").textContent ?? "") : "");

test("totals that differ beyond those told above are notices, none is left out", async () => {
  await renderPane(fiveYears(811, 842, 873, 904, 935));
  const said = the("region", "What was read").textContent ?? "";
  await click(the("button", "Show all 2"));
  const everywhere = `${said} ${findings()}`;
  for (const total of ["811", "842", "873", "904", "935"]) expect(everywhere).toContain(total);
  expect(said.match(/Your total in/g)).toHaveLength(3);
  expect(findings().match(/Your total says/g)).toHaveLength(2);
  expect(findings()).toContain("F5");
  expect(await violations()).toEqual([]);
});

test("where an error holds up the plan, the page tells no total above, and the notices do", async () => {
  const workbook = fiveYears(900, 830, 860, 890, 920);
  workbook.grids[0]!.values[1]![2] = "many";
  await renderPane(workbook);
  expect(the("region", "What was read").textContent).not.toContain("Your total in");
  expect(findings()).toContain("Your total says 900");
});

test("a total of which the rows are twice as much is said beside the difference", async () => {
  const rows: Cell[][] = [
    ["Scheme", "Status", money("2025/26")],
    ["Theatre lists", "In progress", 400],
    ["Bed days", "In progress", 250],
    ["Both of the above", "In progress", 650],
    ["Total", null, 650],
  ];
  await renderPane(new FakeWorkbook([grid("Register", rows)]));
  expect(findings()).toContain("twice as much");
});

test("a totals row that agrees is a notice and leaves the card green; one that differs makes it amber", async () => {
  await renderPane(fiveYears(800, 830, 860, 890, 920));
  expect(findings()).toContain("The totals row 'Total' was left out.");
  expect(the("group", "Register").querySelector("svg")?.getAttribute("aria-label")).toBe("Nothing to settle");
  cleanUp();
  await renderPane(fiveYears(800, 830, 860, 890, 950));
  expect(the("group", "Register").querySelector("svg")?.getAttribute("aria-label")).toBe("To look at");
});

test("a question that a run waits for is counted as one, in the list, on the card and beside the button", async () => {
  const workbook = fiveYears(800, 830, 860, 890, 920);
  workbook.corrections = {};
  await renderPane(workbook);
  expect(findings()).toContain("1 question");
  expect(findings()).not.toContain("error to correct");
  const card = the("group", "Register");
  expect(card.textContent).toContain("1 question");
  expect(card.querySelector("svg")?.getAttribute("aria-label")).toBe("To settle before a run");
  expect(text()).toContain("1 question to answer first");
  expect(text()).toContain("It cannot run until 1 question is settled.");
});

test("words of a column that are not known are one line with every cell", async () => {
  const words = "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu".split(" ");
  const rows: Cell[][] = [
    ["Scheme", money("2025/26"), "Phasing", "Type"],
    ...words.map((word, index): Cell[] => [`Scheme ${index}`, 100 + index, word, word]),
  ];
  const workbook = new FakeWorkbook([grid("Register", rows)]);
  await renderPane(workbook);
  expect(findings()).toContain("1 error to correct");
  expect(text()).toContain("1 error to correct first");
  expect(the("group", "Register").textContent).toContain("1 error");
  for (const column of ["C", "D"]) {
    const line = all("listitem").find((item) => item.textContent?.includes(`Register!${column}2`));
    const more = [...line!.querySelectorAll("button")].find(({ textContent }) => textContent === "6 more");
    await click(more!);
    const cells = [...line!.querySelectorAll("button")].map((button) => button.textContent ?? "");
    for (let row = 3; row <= 13; row++) expect(cells).toContain(`${column}${row}`);
  }
  await click(all("button").find(({ textContent }) => textContent === "C13")!);
  expect(workbook.selected).toEqual(["Register!C13"]);
  await click(the("button", "Show all 12"));
  expect(findings()).toContain("'Mu' is not known");
  expect(await violations()).toEqual([]);
});
