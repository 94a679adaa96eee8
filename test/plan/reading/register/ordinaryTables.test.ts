import type { CellText } from "../../support/grid";
import { readAlone } from "../../support/register";
import { asLine } from "../../support/sheets";

const date = (serial: number) => ({ value: serial, format: "dd/mm/yyyy" });
const october = date(45931);
const january = date(46023);

function amountsOf(rows: CellText[][], options = {}): Record<string, unknown> {
  const { plan, findings } = readAlone(rows, options);
  if (!plan) throw new Error(findings.map(asLine).join("\n"));
  return Object.fromEntries(
    plan.levers.map(({ name, effect }) => [name, effect.kind === "byYear" ? effect.amounts : effect]),
  );
}

test("schemes that are called like headings do not stand side by side where a year heads their amounts", () => {
  const rows = [
    ["Scheme", "Owner", "2026/27 £k"],
    ["Agency", "Smith", 300],
    ["Fleet", "Jones", 250],
    ["Energy", "Khan", 90],
    ["Total", null, 640],
  ];
  expect(amountsOf(rows)).toEqual({ Agency: [300], Fleet: [250], Energy: [90] });
});

test.each(["2025/26 plan £k", "25/26 saving £k", "CIP value 2025/26 £k", "Saving in 2025/26 £k"])(
  "%s is the amount of that year, and is not cut again for the months",
  (heading) => {
    const rows = [
      ["Scheme", heading, "Start date"],
      ["Contract", 240, october],
      ["IT", 60, january],
      ["Waste", 10, date(45748)],
    ];
    expect(amountsOf(rows)).toEqual({ Contract: [240], IT: [60], Waste: [10] });
  },
);

test.each(["Saving (2025/26 prices) £k", "Full-year saving from 2025/26 £k", "Annual saving £k"])(
  "%s is the amount of a full year",
  (heading) => {
    const rows = [
      ["Scheme", heading, "Start date"],
      ["Contract", 240, october],
      ["IT", 60, january],
    ];
    expect(amountsOf(rows)).toMatchObject({ Contract: { kind: "amount", amount: 240 } });
  },
);

test("£000 under the years is a unit and heads its columns", () => {
  const rows = [
    [null, null, "2026/27", "2027/28"],
    ["Ref", "Proposal", "£000", "£000"],
    ["AH1", "Reablement", 450, 300],
    ["AH2", "High cost placements", 600, 250],
    ["CH1", "Transport", 120, 180],
    [null, "Total", 1170, 730],
  ];
  expect(amountsOf(rows, { yearSavings: "each" })).toEqual({
    Reablement: [450, 300],
    "High cost placements": [600, 250],
    Transport: [120, 180],
  });
  expect(readAlone(rows, { yearSavings: "each" }).plan?.unit).toBe("£k");
});

test.each([
  ["Decision", "Reject"],
  ["Decision", "Not supported"],
  ["Recommendation", "Do not proceed"],
  ["Outcome", "Declined"],
  ["Go/No go", "No go"],
  ["Supported?", "No"],
])("a row of which '%s' says '%s' is asked about", (heading, word) => {
  const yes = word === "No" ? "Yes" : "Go";
  const rows = [
    ["Scheme", "Saving 26/27 £k", heading],
    ["A", 100, yes],
    ["B", 200, word],
    ["C", 300, yes],
  ];
  const { plan, findings } = readAlone(rows);
  expect(plan?.levers.map(({ name }) => name)).toEqual(["A", "C"]);
  expect(findings.map(asLine)).toContainEqual(
    `warning Register!C3: a lever of which '${heading}' says '${word}' may count or not; the lever does not count`,
  );
});

test("a row that is put off counts until somebody says otherwise", () => {
  const rows = [
    ["Scheme", "Saving 26/27 £k", "Decision"],
    ["A", 100, "Accept"],
    ["B", 200, "Defer to 27/28"],
  ];
  const { plan, findings } = readAlone(rows);
  expect(plan?.levers.map(({ name }) => name)).toEqual(["A", "B"]);
  expect(findings.map(asLine)).toContainEqual(
    "warning Register!C3: a lever of which 'Decision' says 'Defer to 27/28' may count or not; the lever counts",
  );
});

test.each(["Reject", "Do not proceed", "No go"])("a status '%s' is asked about as 'Rejected' is", (word) => {
  const { plan, findings } = readAlone([
    ["Scheme", "Saving 26/27 £k", "Status"],
    ["A", 100, "Approved"],
    ["B", 200, word],
  ]);
  expect(plan?.levers.map(({ name }) => name)).toEqual(["A"]);
  expect(findings.map(asLine)).toContainEqual(
    "warning Register!C3: a lever that is rejected may count or not; the lever does not count",
  );
});
