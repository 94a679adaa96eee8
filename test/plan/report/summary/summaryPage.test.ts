import fc from "fast-check";
import { evaluate } from "../../../../src/plan/evaluation/evaluate";
import { amountFormat, decimalsIn } from "../../../../src/plan/report/numberFormats";
import { percent, plainFigure } from "../../../../src/plan/report/words/figures";
import type { OutputCell, OutputPage } from "../../../../src/plan/report/outputTable";
import { resultSentences } from "../../../../src/plan/report/words/resultSentences";
import { sentencesOf, summaryPage } from "../../../../src/plan/report/summary/summaryPage";
import { summaryTable } from "../../../../src/plan/report/summary/summaryTable";
import type { Plan } from "../../../../src/plan/plan";
import { lever, plan } from "../../support/plans";
import { randomPlans } from "../../support/randomPlans";

const notes = { addInVersion: "1.2.3", time: "21 November 2025, 22:05" };
const forms = fc.constantFrom("plan" as const, "council" as const);

const numbersOn = ({ rows }: OutputPage) =>
  rows.flatMap(({ cells: [, amount, share] }) => [
    ...(typeof amount === "number" ? [{ amount }] : []),
    ...(typeof share === "number" ? [{ share }] : []),
  ]);

const amountsIn = (rows: OutputCell[][]) =>
  rows.flatMap((row) => row.flatMap((amount) => (typeof amount === "number" ? [{ amount }] : [])));

test("no figure stands in a sentence that does not stand in a cell of the page, at the same decimals", () => {
  fc.assert(
    fc.property(randomPlans(), forms, (written, positionForm) => {
      const breakdown = evaluate(written, { name: "x", positionForm });
      const { page, rows } = summaryTable(breakdown, written, notes);
      const decimals = decimalsIn(amountFormat(breakdown));
      const size = (amount: number): string => plainFigure(Math.abs(amount), decimals, { locale: "en-GB", unit: "" });
      const shown = new Set(
        [...numbersOn(page!), ...amountsIn(rows)].map((cell) =>
          "amount" in cell ? size(cell.amount!) : percent(cell.share!, { locale: "en-GB" }).replace("<", ""),
        ),
      );
      const years = [breakdown.baseYear, ...breakdown.years];
      for (const sentence of sentencesOf(breakdown, written)) {
        const words = years.reduce((text, year) => text.replaceAll(year, ""), sentence);
        for (const [figure] of words.matchAll(/\d[\d,]*(?:\.\d+)?%?/g)) expect(shown).toContain(figure);
      }
    }),
    { numRuns: 500 },
  );
});

test("the sentences are those of the pane", () => {
  const written = plan([lever({ name: "A", effect: { kind: "amount", amount: 6 } })]);
  const breakdown = evaluate(written, { name: "x" });
  const style = { locale: "en-GB", unit: breakdown.unit };
  const pane = resultSentences(breakdown, written, decimalsIn(amountFormat(breakdown)), style);
  const texts = summaryPage(breakdown, written, notes).rows.map(({ cells: [text] }) => text);
  expect(texts.slice(1, 1 + pane.length)).toEqual(pane);
  expect(pane.length).toBeGreaterThan(1);
});

test("each row has one meaning, whatever the plan: as many rows, and figures in the same ones", () => {
  const rowsOf = (page: OutputPage): Map<string, number> =>
    new Map(
      page.rows.flatMap(({ look, cells: [name] }, row) =>
        look === "figure" && typeof name === "string" ? [[meaning(name), row] as const] : [],
      ),
    );
  const meaning = (name: string): string =>
    name
      .replace(/ \d{4}\/\d\d$/, "")
      .replace(/^Target$/, "Gap")
      .replace(/^Left over$/, "To be found")
      .replace(/^Gap that is left$/, "Closing position")
      .replace(/^Underlying gap$/, "Underlying position");
  const known = new Map<string, number>();
  let rowCount: number | null = null;
  fc.assert(
    fc.property(randomPlans(), forms, (written, positionForm) => {
      const page = summaryPage(evaluate(written, { name: "x", positionForm }), written, notes);
      rowCount ??= page.rows.length;
      expect(page.rows).toHaveLength(rowCount);
      const schemes = new Set(written.levers.map(({ name }) => name));
      for (const [name, row] of rowsOf(page)) {
        if (schemes.has(name)) continue;
        expect(known.get(name) ?? row).toBe(row);
        known.set(name, row);
      }
    }),
    { numRuns: 500 },
  );
  expect(known.size).toBeGreaterThan(8);
});

test("nothing is said of what the plan does not have, and nothing is not a number", () => {
  fc.assert(
    fc.property(randomPlans(), forms, (written, positionForm) => {
      const page = summaryPage(evaluate(written, { name: "x", positionForm }), written, notes);
      expect(JSON.stringify(page)).not.toMatch(/NaN|undefined|Infinity/);
      for (const { look, cells } of page.rows) {
        expect(cells.length).toBeLessThanOrEqual(page.columnCount);
        if (look === "figure" && cells.length > 0) expect(typeof cells[1]).toBe("number");
      }
    }),
    { numRuns: 300 },
  );
});

describe("a council's Summary", () => {
  const council = (written: Plan) => evaluate(written, { name: "x", positionForm: "council" });

  test("has lines that come to the net budget, the gap before reserves and the gap that is left, in every year", () => {
    fc.assert(
      fc.property(randomPlans(), (written) => {
        const breakdown = council(written);
        const { header, rows } = summaryTable(breakdown, written, notes);
        const steps = breakdown.position!.years[0]!.steps.map(({ name }) => name);
        const funding = steps.indexOf("Funding");
        const [changes, paid] = funding < 0 ? [steps, []] : [steps.slice(0, funding), steps.slice(funding)];
        const lines = new Map(rows.map((row) => [String(row[0]), row]));
        breakdown.years.forEach((year, at) => {
          const amount = (name: string) => lines.get(name)?.[1 + at];
          if (amount("Net budget") === null) return;
          const sum = (names: string[]) => names.reduce((so, name) => so + Number(amount(name)), 0);
          expect(header[1 + at]).toBe(year);
          expect(sum(changes)).toBeCloseTo(Number(amount("Net budget")), 9);
          if (funding < 0) return;
          expect(sum([...changes, "Funding"])).toBeCloseTo(Number(amount("Gap before reserves")), 9);
          expect(sum([...changes, ...paid])).toBeCloseTo(Number(amount("Gap that is left")), 9);
        });
        expect(lines.size).toBe(rows.length);
      }),
      { numRuns: 200 },
    );
  });

  test("opens with how the first year balances, and what is to be found by the last", () => {
    const written: Plan = {
      ...plan([lever({ name: "A", effect: { kind: "amount", amount: 2 } })]),
      categories: [{ name: "Services", base: 100, spend: [107, 112] }],
      years: ["2026/27", "2027/28"],
      baseYear: "2025/26",
      funding: { base: 100, byYear: [105, 103], oneOff: { base: 0, byYear: [3.5, 0] } },
    };
    expect(sentencesOf(council(written), written)[0]).toBe(
      "2026/27 balances using £3.50m of reserves and one-off funding; £7.00m is to be found by 2027/28.",
    );
  });
});
