import type { CellText } from "../../../support/grid";
import { date, questions, readAlone } from "../../../support/register";

const postings = (headings: CellText[], count = 40): CellText[][] => [
  headings,
  ...Array.from({ length: count }, (_, index): CellText[] => [
    date(45748 + index),
    4000 + (index % 7),
    `${["Salaries", "Agency", "Drugs"][index % 3]} ${index}`,
    100 + index,
  ]),
];

describe("the postings of a ledger", () => {
  test.each([
    [["Date", "Account", "Description", "Amount"]],
    [["Date", "Cost centre", "Name", "Value £"]],
    [["Period", "Journal account", "Description", "Amount £"]],
  ])("are asked and no register: %s", (headings) => {
    const reading = readAlone(postings(headings));
    const [question] = questions(reading).filter(([, , { key }]) => key.startsWith("rowsOfLedger"));
    expect(question).toMatchObject(["error", "Register!C2", { taken: "a ledger, which does not count" }]);
    const answered = readAlone(postings(headings), { answers: { "rowsOfLedger@Register!C2": "a register" } });
    expect(answered.levers?.rowCount).toBe(40);
  });

  test.each([
    [["Date", "Cost centre", "Scheme", "Amount £"]],
    [["Date", "Account", "Description", "Saving £"]],
    [["Start date", "Cost centre", "Initiative", "Amount £"]],
    [["Start date", "Cost centre", "Description", "Amount £"]],
  ])("are none where a word says schemes or savings: %s", (headings) => {
    const keys = questions(readAlone(postings(headings))).map(([, , { key }]) => key);
    expect(keys.filter((key) => key.startsWith("rowsOfLedger"))).toEqual([]);
  });
});
