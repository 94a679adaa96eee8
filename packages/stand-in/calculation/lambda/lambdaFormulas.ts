import type { Injector } from "@univerjs/core";
import {
  BaseFunction,
  BooleanValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  ErrorValueObject,
  type FunctionVariantType,
} from "@univerjs/engine-formula";
import type { ValueContent } from "@workbooks/xlsx/content";
import { valueObject } from "../functions/addinFunction";
import { Evaluation } from "./evaluate";
import { type FormulaTree, formulaTree, type Part } from "./formulaTree";
import { asValue, NativeFunctions } from "./nativeCall";
import { Callable, nestedArray, omitted, type Value } from "./values";

/** The function that stands in a formula for a part that has names of its own. */
const lambdaValue = "LAMBDAVALUE";

/** Functions that bind names, or that call what binds them. */
const binding = /^(?:LET|LAMBDA|MAP|REDUCE|SCAN|MAKEARRAY|BYROW|BYCOL|ISOMITTED)$/i;
const mayBind = /\b(?:LET|LAMBDA|MAP|REDUCE|SCAN|MAKEARRAY|BYROW|BYCOL)\s*\(/i;

/** They ask where a reference leads, or need one: with a name of the formula's own they are left to Univer. */
const ofPlaces = new Set(
  `OFFSET INDIRECT ROW COLUMN CELL AREAS SHEET SHEETS ISREF ISFORMULA FORMULATEXT SUBTOTAL AGGREGATE COUNTIF COUNTIFS SUMIF SUMIFS
  AVERAGEIF AVERAGEIFS MAXIFS MINIFS COUNTBLANK RANK RANK.EQ RANK.AVG HYPERLINK`.split(/\s+/),
);

/** A part of a formula that is calculated here, with what it reads calculated beforehand. */
interface Program {
  root: Part;
  read: Part[];
  lambdas: Map<string, Part>;
}

/**
 * Univer puts what a name of LET stands for into the formula's text and knows no LAMBDA in a LET, none with arguments left
 * out, and none that is called in a loop over arrays of answers. Here a part of a formula with names of its own
 * becomes `LAMBDAVALUE(number, A1:B2, …)`: Univer calculates what it reads, `Evaluation` the rest.
 */
export class LambdaFormulas {
  private readonly programs: Program[] = [];
  private readonly numbers = new Map<string, number>();

  constructor(private readonly nameFormula: (name: string) => string | null) {}

  /** What calculates the parts that `rewritten` has put into formulas; ISOMITTED is known, and of nothing that is left out. */
  executors(injector: Injector): BaseFunction[] {
    return [new LambdaValue(this.programs, new NativeFunctions(injector)), new IsOmitted("ISOMITTED")];
  }

  rewritten(formula: string): string {
    if (!mayBind.test(formula) && !this.mayCallNamed(formula)) return formula;
    const tree = formulaTree(formula);
    if (!tree) return formula;
    const pieces = this.piecesOf(tree, tree.root);
    return pieces === null ? formula : `=${pieces}`;
  }

  private mayCallNamed(formula: string): boolean {
    const words = formula.match(/[\p{L}_\\][\p{L}\p{N}_.\\]*(?=\s*\()/gu) ?? [];
    return words.some((word) => this.lambdaOf(word) !== null);
  }

  private lambdaOf(name: string): FormulaTree | null {
    const formula = this.nameFormula(name);
    if (formula === null || !/^=?\s*LAMBDA\s*\(/i.test(formula)) return null;
    return formulaTree(formula);
  }

  /** The formula's text with its outermost parts that have names of their own rewritten; null where one cannot be. */
  private piecesOf(tree: FormulaTree, root: Part): string | null {
    const text = tree.textOf(root);
    if (this.isBinding(root)) return this.program(tree, root);
    const parts = partsOf(root).filter(({ from, to }) => to > from);
    if (parts.length === 0) return text;
    let [pieces, at] = ["", root.from];
    for (const part of parts) {
      const inner = this.piecesOf(tree, part);
      if (inner === null) return null;
      pieces += tree.textOf({ ...root, from: at, to: part.from }) + inner;
      at = part.to;
    }
    return pieces + tree.textOf({ ...root, from: at, to: root.to });
  }

  private isBinding(part: Part): boolean {
    if (part.kind === "let" || part.kind === "lambda" || part.kind === "apply") return true;
    return part.kind === "call" && (binding.test(part.name) || this.lambdaOf(part.name) !== null);
  }

  private program(tree: FormulaTree, root: Part): string | null {
    const read: Part[] = [];
    const texts: string[] = [];
    const lambdas = new Map<string, Part>();
    const collect = (part: Part, bound: ReadonlySet<string>, within: FormulaTree): boolean => {
      if (isClosed(part, bound, (name) => this.lambdaOf(name) !== null) && readsCells(part, bound)) {
        const text = within === tree ? this.piecesOf(tree, part) : within.textOf(part);
        if (text === null) return false;
        read.push(part);
        texts.push(text);
        return true;
      }
      if (part.kind === "reference") return false;
      if (part.kind === "call") {
        if (ofPlaces.has(part.name.toUpperCase())) return false;
        if (!bound.has(part.name.toLowerCase()) && !addNamed(part.name)) return false;
      }
      if (part.kind === "name" && !bound.has(part.name.toLowerCase()) && !addNamed(part.name)) return false;
      if (part.kind === "let") {
        const inner = new Set(bound);
        for (const { name, value } of part.bindings) {
          if (!collect(value, inner, within)) return false;
          inner.add(name.toLowerCase());
        }
        return collect(part.body, inner, within);
      }
      if (part.kind === "lambda") {
        const inner = new Set([...bound, ...part.parameters.map(({ name }) => name.toLowerCase())]);
        return collect(part.body, inner, within);
      }
      return partsOf(part).every((each) => collect(each, bound, within));
    };
    const addNamed = (name: string): boolean => {
      const key = name.toLowerCase();
      if (lambdas.has(key)) return true;
      const found = this.lambdaOf(name);
      if (!found) return true;
      lambdas.set(key, found.root);
      return collect(found.root, new Set(), found);
    };
    if (!collect(root, new Set(), tree)) return null;
    const key = JSON.stringify([tree.textOf(root), texts, [...lambdas.keys()].map((name) => this.nameFormula(name))]);
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.programs.push({ root, read, lambdas }) - 1;
      this.numbers.set(key, number);
    }
    return `${lambdaValue}(${[number, ...texts].join(",")})`;
  }
}

/** The parts that a part is made of, in the order of the text. */
function partsOf(part: Part): Part[] {
  switch (part.kind) {
    case "array":
      return part.rows.flat();
    case "unary":
    case "percent":
      return [part.operand];
    case "binary":
      return [part.left, part.right];
    case "call":
      return part.arguments;
    case "apply":
      return [part.lambda, ...part.arguments];
    case "let":
      return [...part.bindings.map(({ value }) => value), part.body];
    case "lambda":
      return [part.body];
    default:
      return [];
  }
}

/** Whether a part means the same outside of the names that are bound around it, and comes to a value by itself. */
function isClosed(part: Part, bound: ReadonlySet<string>, isLambdaName: (name: string) => boolean): boolean {
  if (part.kind === "lambda" || part.kind === "let" || part.kind === "apply") return false;
  if (part.kind === "name") return !bound.has(part.name.toLowerCase()) && !isLambdaName(part.name);
  if (
    part.kind === "call" &&
    (bound.has(part.name.toLowerCase()) || binding.test(part.name) || isLambdaName(part.name))
  )
    return false;
  return partsOf(part).every((each) => isClosed(each, bound, isLambdaName));
}

/** Whether anything in it has to be asked of the workbook. */
function readsCells(part: Part, bound: ReadonlySet<string>): boolean {
  if (part.kind === "reference" || part.kind === "name") return true;
  if (part.kind === "call" && ofPlaces.has(part.name.toUpperCase())) return true;
  return partsOf(part).some((each) => readsCells(each, bound));
}

/** Outside of a LAMBDA there is no argument that could be left out. */
class IsOmitted extends BaseFunction {
  override calculate(): BaseValueObject {
    return BooleanValueObject.create(false);
  }
}

class LambdaValue extends BaseFunction {
  constructor(
    private readonly programs: readonly Program[],
    private readonly natives: NativeFunctions,
  ) {
    super(lambdaValue);
  }

  override calculate(...[number, ...variants]: FunctionVariantType[]): BaseValueObject {
    const program = this.programs[Number((number as BaseValueObject | undefined)?.getValue())];
    if (!program) return ErrorValueObject.create("#VALUE!" as never);
    const values = new Map(program.read.map((part, index) => [part, given(variants[index])]));
    const evaluation: Evaluation = new Evaluation({
      given: (part) => values.get(part),
      named: (name) => {
        const lambda = program.lambdas.get(name.toLowerCase());
        return lambda && evaluation.value(lambda, new Map());
      },
      native: (name, args) => this.natives.call(name, args),
    });
    const result = evaluation.value(program.root, new Map());
    if (result instanceof Callable) return valueObject(nestedArray);
    return valueObject(result === omitted ? 0 : (result as ValueContent | ValueContent[][]));
  }
}

function given(variant: FunctionVariantType | undefined): Value {
  if (!variant) return null;
  const value = variant.isReferenceObject() ? (variant as BaseReferenceObject).toArrayValueObject() : variant;
  return asValue(value as BaseValueObject);
}
