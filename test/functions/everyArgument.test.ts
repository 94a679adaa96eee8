import { catalogue } from "../../src/functions/catalogue";
import type { Parameter, Shape } from "../../src/functions/arguments/arguments";
import { expectSound, outcomeOf, plain } from "./support/outcome";
import { readFormula } from "./support/formula";

/** Walks every argument of every function, so that a new function cannot forget one. */
const everyArgument = catalogue.flatMap((record) =>
  Object.entries(record.parameters).map(([name, parameter], place) => {
    const names = Object.keys(record.parameters);
    // The example that gives the most arguments is the base of each variation.
    const [given] = record.examples
      .map((example) => readFormula(example.formula).given)
      .sort((a, b) => b.length - a.length);
    const call = (value: unknown): Promise<Awaited<ReturnType<typeof outcomeOf>>> =>
      outcomeOf(
        record,
        names.map((_, at) => (at === place ? value : (given![at] ?? null))),
      );
    return { label: `${record.name}: ${name}`, record, name, place, parameter, given: given![place] ?? null, call };
  }),
);

const wrongShapes: Record<Shape, unknown[][] | null> = {
  cell: [[1, 1]],
  list: [
    [1, 1],
    [1, 1],
  ],
  row: [[0.1], [0.1]],
  column: [[0.1, 0.1]],
  table: [[1], [1]],
  frame: null,
};

const errorCell = Object.assign(new Error(""), { code: "#N/A" });
const richError = { type: "Error", basicType: "Error", basicValue: "#N/A" };

/** A value that the parameter takes: the example's, or one that its kind allows. */
function valid(parameter: Parameter<unknown>, given: unknown): unknown[][] {
  if (given !== null) return given as unknown[][];
  const byKind = { number: 0, label: "x", choice: "nonesuch", flag: true, schedule: 0.03, year: 2015, cell: "x" };
  const cells = parameter.elements.map((element) => byKind[element.kind]);
  return [cells];
}

/** The same range with one cell replaced; the last one, which for tables of labels and values is a value. */
function withCell(range: unknown[][], cell: unknown): unknown[][] {
  const last = range.length - 1;
  return range.map((row, i) => (i === last ? [...row.slice(0, -1), cell] : row));
}

describe.each(everyArgument.map((each) => [each.label, each] as const))(
  "%s",
  (_, { record, name, parameter, given, call }) => {
    const element = parameter.elements.at(-1)!;
    const range = valid(parameter, given);

    const refused = async (value: unknown): Promise<string> => {
      const outcome = await call(value);
      expectSound(outcome);
      expect(plain(outcome)).toBe("#VALUE!");
      const { message } = outcome as { message: string };
      expect(message).toContain(name);
      return message;
    };

    if (element.kind !== "label" && element.kind !== "cell") {
      test("text of the wrong kind is refused by name and place", async () => {
        const message = await refused(withCell(range, "n/a"));
        expect(message).toContain("n/a");
        if (range.length > 1) expect(message).toContain(`row ${range.length}, column ${range.at(-1)!.length}`);
      });
    }
    if (element.kind === "number") {
      test.each([true, false])("%s is refused, never coerced", async (cell) => {
        expect(await refused(withCell(range, cell))).toContain(cell ? "TRUE" : "FALSE");
      });
      test.each([NaN, Infinity])("%s is refused", async (cell) => void (await refused(withCell(range, cell))));
      test("a number with a format counts as its number", async () => {
        const rich = range.map((row) =>
          row.map((basicValue) => ({ type: "FormattedNumber", basicValue, numberFormat: "£0" })),
        );
        if (parameter.shape !== "table") expect(plain(await call(rich))).toEqual(plain(await call(range)));
      });
    }
    test.each([errorCell, richError])("an error cell is refused by its name", async (cell) => {
      if (record.name === "PLANFINDINGS" && parameter.elements[0]!.kind === "cell" && given !== null) {
        // What is wrong in the tables is what it answers.
        return expect(JSON.stringify(plain(await call(withCell(range, cell))))).toMatch(
          new RegExp(`${name}: row.*#N/A`),
        );
      }
      expect(await refused(withCell(range, cell))).toContain("#N/A");
    });
    test("values outside the domain are refused", async () => {
      // In an optional argument of one cell 0 may be a blank one, and then means the default.
      const isOneCell = parameter.optional && range.length === 1 && range[0]!.length === 1;
      for (const outside of element.outside.filter((each) => !(isOneCell && each === 0))) {
        const message = await refused(withCell(range, outside));
        expect(message).toContain(String(outside));
      }
    });
    test("a wrong shape is refused, with its size", async () => {
      const shape = wrongShapes[parameter.shape];
      if (shape) expect(await refused(shape)).toContain(`${shape.length} row`);
      else {
        const outcome = await call(Array.from({ length: 7 }, () => new Array<unknown>(5).fill(range[0]![0])));
        expectSound(outcome);
        if ("message" in outcome && outcome.code === "#VALUE!")
          expect(outcome.message).toMatch(/7 rows × 5 columns|7|35/u);
      }
      await refused([[]]);
      await refused([range[0]!, []]);
    });
    test("blank means the same on every platform", async () => {
      const [desktop, web, formula] = await Promise.all([0, null, ""].map((blank) => call(withCell(range, blank))));
      [desktop, web, formula].forEach((outcome) => expectSound(outcome!));
      // PLANFINDINGS says it where only IF(range="","",range) tells a blank from 0.
      if (JSON.stringify(plain(web!)).includes("may be blank or 0")) expect(plain(web!)).toEqual(plain(desktop!));
      else expect(plain(web!)).toEqual(plain(formula!));
      // Of the user's tables what depends on a blank against 0 is refused with the question.
      const isRefused = element.kind === "cell" && plain(web!) === "#VALUE!";
      if (element.domain.includes("blank cells are refused") || isRefused) expect(plain(web!)).toBe("#VALUE!");
      else expect(plain(web!)).toEqual(plain(desktop!));
      const [one, two, three] = await Promise.all([[[0]], [[null]], [[""]]].map((blank) => call(blank)));
      expect(plain(two!)).toEqual(plain(three!));
      if (!element.domain.includes("blank cells are refused")) expect(plain(two!)).toEqual(plain(one!));
    });
    test("left out is null, undefined, or the host's invocation object", async () => {
      const outcomes = await Promise.all([null, undefined, { functionName: "F", parameterAddresses: [] }].map(call));
      outcomes.forEach((outcome) => expectSound(outcome));
      expect(plain(outcomes[1]!)).toEqual(plain(outcomes[0]!));
      expect(plain(outcomes[2]!)).toEqual(plain(outcomes[0]!));
      if (!parameter.optional) expect(await refused(null)).toContain("left out");
    });
  },
);

test("optional arguments come last, and every function leaves them out as null", async () => {
  for (const record of catalogue) {
    const parameters = Object.values(record.parameters);
    const firstOptional = parameters.findIndex((parameter) => parameter.optional);
    if (firstOptional >= 0) expect(parameters.slice(firstOptional).every((parameter) => parameter.optional)).toBe(true);
    for (const example of record.examples) {
      const { given } = readFormula(example.formula);
      const padded = [...given, ...new Array<null>(parameters.length - given.length).fill(null)];
      expect(plain(await outcomeOf(record, padded))).toEqual(plain(await outcomeOf(record, given)));
    }
  }
});
