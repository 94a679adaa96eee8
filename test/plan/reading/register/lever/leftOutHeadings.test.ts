import { saysLeftOut } from "../../../../../src/plan/columns/words/statusWords";
import type { CellText } from "../../../support/grid";
import { leversOf, readAlone } from "../../../support/register";

const names = (rows: CellText[][]) => leversOf(readAlone(rows)).map(({ name }) => name);

const register: CellText[][] = [
  ["Scheme", "Saving £k"],
  ["Rota", 100],
  ["Stores", 200],
  ["Proposals not taken forward", null],
  ["Library", 500],
  ["Museum", 400],
];

test("rows under a heading that says they are no part of the plan are asked once, and do not count meanwhile", () => {
  const reading = readAlone(register);
  expect(reading.findings.filter(({ question }) => question)).toMatchObject([
    {
      cell: "Register!A5",
      message: "'Proposals not taken forward' stands over rows that may count or not; they do not count",
      question: { choices: ["they count", "they do not count"], taken: "they do not count" },
    },
  ]);
  expect(names(register)).toEqual(["Rota", "Stores"]);
});

test("a group that says so is asked as a status is", () => {
  const rows: CellText[][] = [["Scheme", "Category", "Saving £k"], ["A", "Pay", 100], ["B", "Rejected", 200], ["C", "Not in plan", 500]]; // prettier-ignore
  expect(names(rows)).toEqual(["A"]);
});

test.each([
  ...["Rejected", "Withdrawn schemes", "Schemes withdrawn", "Reserve list (not in plan)", "Excluded: see note 3"],
  ...["Memorandum items (not included in total above)", "For information only – already in base budget"],
  ...["Options not approved by cabinet", "Ideas not costed in the plan", "Superseded proposals"],
])("%s is such a heading", (heading) => expect(saysLeftOut(heading)).toBe(true));

test.each([
  ...["Theatres", "Removed waste", "Rejected claims recovery", "Withdrawal of weekend rota", "Closed wards"],
  ...["Not-for-profit partners", "Savings", "Information technology", "Memory clinics", "Excluded patients pathway"],
])("%s is none", (heading) => expect(saysLeftOut(heading)).toBe(false));
