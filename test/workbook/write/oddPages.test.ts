import { openAddin } from "@workbooks/stand-in/addin";
import type { StandIn } from "@workbooks/stand-in/standIn";
import { newWorkbook } from "@workbooks/xlsx/newWorkbook";
import { patchWorkbook } from "@workbooks/xlsx/patchWorkbook";
import { readWorkbook } from "@workbooks/xlsx/readWorkbook";
import { evaluate } from "../../../src/plan/evaluation/evaluate";
import { simulatePlan } from "../../../src/plan/evaluation/simulation/simulation";
import type { Plan } from "../../../src/plan/plan";
import { outputTables } from "../../../src/plan/report/outputTables";
import { writeBreakdown } from "../../../src/workbook/write/writeBreakdown";
import { lever, plan, registerAlone } from "../../plan/support/plans";
import { openXmlFindings } from "../../support/openXml";

let standIn: StandIn;
beforeEach(async () => void ({ standIn } = await openAddin()));
afterEach(() => standIn.close());

const amount = (name: string, of: number, group = "") => lever({ name, group, effect: { kind: "amount", amount: of } });
const many = (count: number) => Array.from({ length: count }, (_, at) => amount(`Lever ${at}`, 0.01 * (at + 1)));
const longest =
  "A scheme whose name is as long as anybody has ever written one into a register, and then some more of it";

const plans: [what: string, scenario: string, written: Plan][] = [
  [
    "a scenario's name longer than a sheet's may be",
    "The plan as the board has seen it in July & August",
    plan(many(3)),
  ],
  ["emoji, ampersands and what sheets' names may not hold", "🚀 [R&D]: 'best' */? plan", plan(many(3))],
  ["right to left", "خطة التوفير", plan([amount("إدارة الأصول", 2), amount("المشتريات", 1)])],
  [
    "line breaks and 100 characters",
    "Plan",
    plan([amount(`${longest}\nin two lines`, 2), amount("'=B1", 1), amount("2015/16", 3)]),
  ],
  [
    "names as long as a cell may be, and longer once they are told apart",
    "Plan",
    plan([amount("x".repeat(32_767), 2), amount("y".repeat(32_800), 1)]),
  ],
  ["a scenario's name of a whole paragraph", "The plan ".repeat(40), plan(many(3))],
  ["one lever", "Plan", plan([amount("The only one", 6)])],
  ["no lever that saves", "Plan", plan([amount("Nothing", 0)])],
  ["no gap", "Plan", plan([amount("Much more than is needed", 400), amount("And a little", 3)])],
  ["neither gap nor spending", "Plan", registerAlone([amount("A", 2), amount("B", 1, "G")])],
  ["400 levers", "Plan", plan(many(400))],
];

/** The files written, by what they hold: the SDK starts slowly, so it is asked once for all. */
const files = new Map<string, Uint8Array>();

test.each(plans)("%s: each sheet has its chart over its own cells", async (what, scenario, written) => {
  const breakdown = evaluate(written, { name: scenario });
  const simulation = simulatePlan(written, { name: scenario, trials: 100 });
  const compared = [evaluate(written, { name: `${scenario} again` })];
  const carried = [{ heading: "Remarks", cells: written.levers.map(() => ({ value: "x", format: "@" })) }];
  const notes = { addInVersion: "1.2.3", time: "now", simulation, compared, carried };
  const tables = outputTables(breakdown, written, notes);
  for (const { header } of tables) for (const heading of header) expect(heading.length).toBeLessThanOrEqual(255);
  expect(await writeBreakdown(tables, { scenario })).toMatchObject({ done: true });
  const content = standIn.content();
  const sheetOf = (id: string) => content.sheets[1 + tables.findIndex((table) => table.id === id)]!;
  for (const { id, chart } of tables) {
    if (!chart) continue;
    const [drawn] = sheetOf(id).charts;
    const from = sheetOf(chart.drawnOf ?? id).name.replaceAll("'", "''");
    expect(drawn?.series).toHaveLength(chart.series.length);
    for (const { values, categories } of drawn?.series ?? [])
      for (const reference of [values, categories])
        expect(reference?.replaceAll("'", "")).toContain(`${from.replaceAll("'", "")}!`);
  }
  const sheets = content.sheets.map((sheet) => ({ ...sheet, partId: null }));
  const bytes = await patchWorkbook(newWorkbook(), { ...content, sheets });
  files.set(what, bytes);
  const read = await readWorkbook(bytes);
  expect(read.sheets.map(({ page }) => page?.footer?.left)).toEqual(
    content.sheets.map(({ page }) => page?.footer?.left),
  );
  // The largest and the rest: what a page has room for.
  expect(tables.find(({ id }) => id === "bridge")?.rows.length).toBeLessThanOrEqual(13);
});

test("Microsoft's SDK finds nothing wrong in any of these files", async () => {
  const findings = await openXmlFindings([...files.values()]);
  expect([...files.keys()].map((what, at) => [what, findings[at]])).toEqual(plans.map(([what]) => [what, []]));
});
