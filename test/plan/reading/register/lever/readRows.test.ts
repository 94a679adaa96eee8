import { percent, type CellText } from "../../../support/grid";
import { asLine, leverRows, readWith } from "../../../support/sheets";

describe("what a lever's row says", () => {
  test("every column of the register", () => {
    const levers: CellText[][] = [
      [
        ...[
          "Lever",
          "Group",
          "Applies to",
          "Saving (£m)",
          "Overlaps",
          "Start",
          "Start month",
          "End",
          "Phasing",
          "Ramp",
          "Ceiling",
          "Recurrent",
          "Type",
          "Status",
        ],
        ...[
          "Low",
          "Likely",
          "High",
          "Investment (£m)",
          "Investment year",
          "Running cost (£m)",
          "Double running (£m)",
          "Double-running years",
        ],
        ...["Evidence", "Quality impact", "Organisation", "Cost released %", "Effort"],
      ],
      [
        ...[
          "Procurement",
          "Local",
          "Acute; Community",
          5,
          "yes",
          "2016/17",
          "October",
          "2018/19",
          "S-curve",
          3,
          percent(0.8),
          "no",
          "cost avoidance",
          "plans in progress",
        ],
        ...[percent(-0.2), percent(0.8), percent(1.1), 2, "2015/16", 0.5, 0.25, 2],
        ...["B", "none", "Trust A", percent(0.75), 4],
      ],
    ];
    expect(readWith({ levers }).plan?.levers[0]).toEqual({
      name: "Procurement",
      group: "Local",
      reference: "",
      kind: "Saving",
      categories: [0, 1],
      effect: { kind: "amount", amount: 5 },
      overlaps: true,
      start: 2,
      firstYearShare: 0.5,
      end: 4,
      phasing: "scurve",
      ramp: 3,
      ceiling: 0.8,
      recurrent: false,
      isRecurrenceStated: true,
      type: "Cost avoidance",
      baselineOnly: false,
      cashEffect: "Not stated",
      efficiencyType: "Not stated",
      status: "Plans in progress",
      rag: "",
      risk: "",
      gate: "",
      isIdentified: true,
      delivery: { low: -0.2, likely: 0.8, high: 1.1 },
      investment: 2,
      investmentYear: 1,
      runningCost: 0.5,
      doubleRunning: 0.25,
      doubleRunningYears: 2,
      organisation: "Trust A",
      costReleased: 0.75,
      counterparty: "",
      effort: 4,
      address: "Levers!A2:AA2",
    });
  });

  test("defaults: everything, all years, at once, recurrent; amounts add and percents overlap", () => {
    const levers = readWith({}).plan?.levers;
    expect(levers?.[0]).toMatchObject({
      overlaps: false,
      start: 1,
      end: null,
      phasing: "immediate",
      ramp: 1,
      recurrent: true,
      type: "Cost reduction",
      firstYearShare: 1,
      costReleased: 1,
    });
    expect(levers?.[1]).toMatchObject({ overlaps: true, categories: [0, 1] });
  });

  test("names of categories may hold commas: the longest that fits is taken first", () => {
    const spend: CellText[][] = [
      ["Category", "Base 2014/15", "Growth"],
      ["Acute", 100, 0.04],
      ["Acute, emergency", 50, 0.02],
      ["Mental health", 50, 0.02],
    ];
    const levers: CellText[][] = [
      ["Lever", "Applies to", "Saving"],
      ["A", "acute, emergency, Mental health", 1],
      ["B", "Acute; Mental health", 1],
      ["C", "Acute", 1],
      ["D", "all", 1],
    ];
    expect(readWith({ spend, levers }).plan?.levers.map(({ categories }) => categories)).toEqual([
      [1, 2],
      [0, 2],
      [0],
      [0, 1, 2],
    ]);
  });
});

test("the order of columns and rows does not matter", () => {
  const turned = [...leverRows.slice(0, 1), ...leverRows.slice(1).reverse()].map((row) =>
    Array.from({ length: 7 }, (_, index) => row[6 - index] ?? null),
  );
  const straight = readWith({}).plan?.levers;
  const other = readWith({ levers: turned }).plan?.levers;
  const plain = (levers: typeof straight) =>
    [...(levers ?? [])].map((lever) => ({ ...lever, address: "" })).sort((a, b) => a.name.localeCompare(b.name));
  expect(plain(other)).toEqual(plain(straight));
});

describe("totals that a register with sections has", () => {
  const heads = ["Scheme", "Group", "Status", "Saving"];
  const sections: CellText[][] = [
    heads,
    ["Provider schemes"],
    ["One", "P", "Green", 2],
    ["Two", "P", "Red", 3],
    ["Sub-total provider", null, null, 5],
    ["System schemes"],
    ["Three", "S", "Green", 4],
    ["Subtotal: system", null, null, 4],
    ["Total savings identified", null, null, 9],
  ];
  const named = (levers: CellText[][]): (string | undefined)[] =>
    readWith({ levers }).plan?.levers.map(({ name }) => name) ?? [];

  test("a sub-total of one row and a total of all sections are left out", () => {
    expect(named(sections)).toEqual(["One", "Two", "Three"]);
  });

  test("a row with nothing but the name of a total and a number counts, and is said", () => {
    const levers: CellText[][] = [heads, ["One", "P", "Green", 2], ["Total of last year", null, null, 7]];
    expect(named(levers)).toEqual(["One", "Total of last year"]);
    expect(readWith({ levers }).findings.map(asLine)).toContain(
      "warning Levers!A3: 'Total of last year' is named like a totals row, but is not the sum of the rows above, and counts",
    );
  });

  test("blank rows end no register", () => {
    const levers: CellText[][] = [heads, ["One", "P", "Green", 2], [], [], [], ["Two", "P", "Green", 7]];
    expect(named(levers)).toEqual(["One", "Two"]);
    expect(readWith({ levers }).findings).toEqual([]);
  });
});
