import examples from "../cases/function-examples.json";
import { catalogue } from "../../src/functions/catalogue";
import { expectTable } from "./support/close";
import { evaluate, readFormula } from "./support/formula";

describe("examples that the functions promise", () => {
  test.each(examples.cases.map(({ formula, result }) => [formula, result] as const))("%s", async (formula, result) => {
    expectTable(await evaluate(formula), result, examples.tolerance.relative);
  });
});

describe.each(catalogue.map((record) => [record.name, record] as const))(
  "documented examples of %s",
  (name, record) => {
    test.each(record.examples.map((example) => [example.formula, example] as const))(
      "%s",
      async (formula, { result }) => {
        expect(readFormula(formula).name).toBe(name);
        expectTable(await evaluate(formula), Array.isArray(result) ? result : [[result]]);
      },
    );
  },
);
