import fc from "fast-check";
import type { ValueContent } from "@workbooks/xlsx/content";
import { notCalculated } from "@workbooks/stand-in/calculation/excel/notCalculated";
import { formulaTree } from "@workbooks/stand-in/calculation/lambda/formulaTree";
import { openStandIn } from "@workbooks/stand-in/openStandIn";
import { emptyWorkbook } from "@workbooks/xlsx/emptyContent";
import { catalogue } from "../../../src/functions/catalogue";
import { functionLambdas } from "../../../src/functions/lambdas/functionLambdas";
import examples from "../../cases/function-examples.json";
import reference from "../../reference/functions.json";
import { readFormula } from "../support/formula";
import { outcomeOf, plain } from "../support/outcome";
import { calculated } from "./calculated";
import { type Call, callsOf, type Given } from "./domain";

/** In CI as many as take a few seconds; `LAMBDA_CALLS=500` draws them all. */
const drawn = Number(process.env["LAMBDA_CALLS"] ?? 25);

let known: Set<string>;
beforeAll(async () => {
  const standIn = await openStandIn(emptyWorkbook(), null);
  known = new Set([...standIn.workbook.calculation.known.names(), ...notCalculated.keys()]);
  standIn.close();
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

/** As Excel on the web passes it: a blank is null, an error an object. */
function passed(cells: Given[][] | null): unknown {
  return (
    cells &&
    cells.map((row) =>
      row.map((cell) => (typeof cell === "object" && cell ? { type: "Error", basicValue: cell.error } : cell)),
    )
  );
}

function shown(value: ValueContent): unknown {
  return typeof value === "object" && value !== null ? (value as { error: string }).error : value;
}

/** Numbers agree to 1e-9 of themselves, or to 1e-12 of the largest that went in or came out, where figures cancel. */
function agrees(answer: unknown[][], right: (number | string)[][], call: Call): boolean {
  const all = [...call.flatMap((cells) => cells?.flat() ?? []), ...right.flat()];
  const largest = Math.max(1e-9, ...all.map((value) => (typeof value === "number" ? Math.abs(value) : 0)));
  return (
    answer.length === right.length &&
    answer.every(
      (row, i) =>
        row.length === right[i]!.length &&
        row.every((value, j) => {
          const wanted = right[i]![j]!;
          if (typeof value !== "number" || typeof wanted !== "number") return value === wanted;
          return Math.abs(value - wanted) <= Math.max(1e-9 * Math.abs(wanted), 1e-12 * largest);
        }),
    )
  );
}
