import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { agrees, answerAt, nativeFormulas, nativeFormulasWorkbook, type Answer } from "./cases/nativeFormulasWorkbook";

let answers: Answer[];

beforeAll(async () => {
  const { content, places } = nativeFormulasWorkbook();
  const standIn = await openStandIn(content, null);
  await standIn.recalculate();
  const data = standIn.workbook.sheets[0]!;
  answers = nativeFormulas.map((formula, index) =>
    answerAt(formula, places[index]!, (row, column) => data.value(row, column)),
  );
  standIn.close();
});

describe.each([...new Set(nativeFormulas.map(({ group }) => group))])("%s", (group) => {
  const cases = nativeFormulas.map((formula, index) => ({ ...formula, index })).filter((one) => one.group === group);

  for (const { formula, answer, differs, index } of cases)
    test(differs ? `${formula}, not as LibreOffice: ${differs.why}` : `${formula}, as LibreOffice`, () => {
      expect(answers[index]).toAgreeWith(differs ? differs.standIn : answer);
      if (differs) expect(agrees(answer, differs.standIn)).toBe(false);
    });
});

test("the table has at least 300 formulas, none of them twice", () => {
  expect(nativeFormulas.length).toBeGreaterThanOrEqual(300);
  expect(new Set(nativeFormulas.map(({ formula }) => formula)).size).toBe(nativeFormulas.length);
});

expect.extend({
  toAgreeWith: (received: Answer, expected: Answer) => ({
    pass: agrees(received, expected),
    message: () => `the stand-in says ${JSON.stringify(received)}, expected was ${JSON.stringify(expected)}`,
  }),
});

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Jest's own way to declare a matcher
  namespace jest {
    interface Matchers<R> {
      /** Numbers to 1e-9 of their size, everything else exactly. */
      toAgreeWith(answer: Answer): R;
    }
  }
}
