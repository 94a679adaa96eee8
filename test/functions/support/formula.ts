import { parse, tokenize } from "@borgar/fx";
import { callFunction } from "../../../src/functions/call";
import { catalogue } from "../../../src/functions/catalogue";
import type { ResultCell, FunctionRecord } from "../../../src/functions/record";

/** Evaluates one call with constant arguments, such as `COMPOUNDEFF({0.01,0.02},,"cost")`, as Excel would pass it. */
export function evaluate(formula: string): ResultCell[][] | Promise<ResultCell[][]> {
  const { name, given } = readFormula(formula);
  return callFunction(recordOf(name), given);
}

export function recordOf(name: string): FunctionRecord {
  const record = catalogue.find((candidate) => candidate.name === name);
  if (!record) throw new Error(`No function is called ${name}.`);
  return record;
}

/** Name and arguments of a call: every given argument a matrix, every left-out one null. */
export function readFormula(formula: string): { name: string; given: unknown[] } {
  const call = parse(tokenize(`=${formula}`), {}) as Node;
  if (call.type !== "CallExpression") throw new Error(`${formula} is not one call.`);
  return {
    name: call.callee.name,
    given: call.arguments.map((argument) => (argument === null ? null : matrix(argument))),
  };
}

type Node =
  | { type: "CallExpression"; callee: { name: string }; arguments: (Node | null)[] }
  | { type: "ArrayExpression"; elements: Node[][] }
  | { type: "UnaryExpression"; operator: string; arguments: [Node] }
  | { type: "Literal"; value: unknown };

function matrix(node: Node): unknown[][] {
  return node.type === "ArrayExpression" ? node.elements.map((row) => row.map(constant)) : [[constant(node)]];
}

function constant(node: Node): unknown {
  if (node.type === "Literal") return node.value;
  if (node.type === "UnaryExpression") {
    const value = Number(constant(node.arguments[0]));
    if (node.operator === "%") return value / 100;
    if (node.operator === "-") return -value;
  }
  throw new Error("Only constants are understood here.");
}
