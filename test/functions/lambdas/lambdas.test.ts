import fc from "fast-check";
import { notCalculated } from "@workbooks/stand-in/calculation/excel/notCalculated";
import { formulaTree } from "@workbooks/stand-in/calculation/lambda/formulaTree";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { catalogue } from "../../../src/functions/catalogue";
import { functionLambdas, namedLambdas } from "../../../src/functions/lambdas/functionLambdas";
import examples from "../../cases/function-examples.json";
import reference from "../../reference/functions.json";
import { readFormula } from "../support/formula";
import { outcomeOf, plain } from "../support/outcome";
import { calculated } from "./calculated";
import { agrees, passed, shown } from "./agreement";
import { type Call, callsOf } from "./domain";

/** In CI as many as take a few seconds; `LAMBDA_CALLS=500` draws them all. */
const drawn = Number(process.env["LAMBDA_CALLS"] ?? 25);

let known: Set<string>;
beforeAll(async () => {
  const standIn = await openStandIn(emptyWorkbook(), null);
  known = new Set([...standIn.workbook.calculation.known.names(), ...notCalculated.keys()]);
  standIn.close();
});

test("the comment of each name has the version and the method, in as many characters as Excel takes", () => {
  for (const { name, comment } of namedLambdas("1.2.3")) {
    expect(comment).toContain(`Savings Attribution 1.2.3: what SAVINGS.${name} calculates`);
    const method = catalogue.find((record) => record.name === name)!.formula;
    expect(comment).toContain(`Method: ${method.slice(0, 40)}`);
    expect(comment.length).toBeLessThanOrEqual(255);
  }
});

test("every function has one but those of chance and of the plan", () => {
  const without = catalogue
    .map(({ name }) => name)
    .filter((name) => functionLambdas.every((each) => each.name !== name));
  expect(without.filter((name) => !name.startsWith("PLAN") || name === "PLANVARIANCE")).toEqual([
    "DELIVERYPROB",
    "DELIVERYRANGE",
    "RISKCONTRIBUTION",
  ]);
});

describe.each(functionLambdas.map((lambda) => [lambda.name, lambda] as const))("SAVINGS_%s", (name, lambda) => {
  const record = catalogue.find((each) => each.name === name)!;

  test("takes what the function takes", () => {
    const optional = Object.values(record.parameters).map((parameter) => parameter.optional);
    expect(lambda.parameters.map((parameter) => parameter.startsWith("["))).toEqual(optional);
    expect(lambda.text.length).toBeLessThan(6000);
  });

  test("binds no name that is a function's or looks like a cell", () => {
    const bound = boundNames(lambda.text);
    expect(bound.length).toBeGreaterThan(lambda.parameters.length);
    expect(
      bound.filter((each) => /^(?:[a-z]{1,3}\d+|r|c|r\d*c\d*)$/i.test(each) || known.has(each.toUpperCase())),
    ).toEqual([]);
  });

  test("answers as the function does", async () => {
    const said = [...examples.cases, ...reference.cases, ...record.examples]
      .map(({ formula }) => readFormula(formula))
      .filter((call) => call.name === name)
      .map(({ given }) => given as Call);
    const calls = [...said, ...fc.sample(callsOf(record), { numRuns: drawn, seed: 1616 })];
    const answers = await calculated(lambda, calls);
    const differences: unknown[] = [];
    let tables = 0;
    for (const [number, call] of calls.entries()) {
      const outcome = plain(await outcomeOf(record, call.map(passed)));
      const right = Array.isArray(outcome) ? (outcome as (number | string)[][]) : [[outcome as string]];
      if (Array.isArray(outcome)) tables++;
      const answer = answers[number]!.map((row) => row.map(shown));
      if (!agrees(answer, right, call)) differences.push({ call: JSON.stringify(call), answer, right });
    }
    expect(differences.slice(0, 3)).toEqual([]);
    // Most of the calls have an answer.
    expect(tables).toBeGreaterThan(calls.length / 3);
  });
});

/** The names that LET and LAMBDA introduce. */
function boundNames(formula: string): string[] {
  const names: string[] = [];
  const collect = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { kind, bindings, parameters } = part as {
      kind?: string;
      bindings?: { name: string }[];
      parameters?: { name: string }[];
    };
    if (kind === "let" || kind === "lambda") names.push(...(bindings ?? parameters ?? []).map(({ name }) => name));
    Object.values(part).forEach(collect);
  };
  collect(formulaTree(formula)!.root);
  return names;
}
