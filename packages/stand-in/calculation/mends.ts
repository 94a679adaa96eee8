import type { Injector } from "@univerjs/core";
import {
  type BaseValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  FormulaDataModel,
  type generateAstNode,
  IDefinedNamesService,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  IFunctionService,
  Interpreter,
  ISuperTableService,
  Lexer,
  LexerTreeBuilder,
  sequenceNodeType,
} from "@univerjs/engine-formula";
import { AnchorArray, Single } from "./functions/addinFunction";
import { installOwnFunctions } from "./excel/installOwn";
import { mendArithmetic } from "./functions/arithmetic";
import { registerReferenceFunctions } from "./functions/referenceFunctions";
import { mendArrayFunctions } from "./functions/arrayFunctions";
import { mendIndirect } from "./functions/indirect";
import { mendPlaceFunctions } from "./functions/placeFunctions";
import { mendNatives } from "./functions/nativeFunctions";
import { type DefinedName, DefinedNames, nameValue } from "./reading/definedNames";
import { mendReferences, mendSheetNames } from "./reading/sheetReferences";
import { mendOperators } from "./functions/operators";
import { mendInvertedIndex } from "./recalculation/invertedIndex";
import { mendTexts } from "./functions/texts";
import { mendWrittenFormulas } from "./reading/writtenFormulas";
import { PointsAtDueCell } from "./recalculation/order";
import { type ExcelRules, Recalculation } from "./recalculation/recalculation";
import { LambdaFormulas } from "./lambda/lambdaFormulas";
import { type Dialect, toUniverFormula } from "./reading/formulaDialect";

/** Puts right what Univer 0.25.1 gets wrong; each of these has a test (docs/decisions/stand-in-calculation.md lists them). */
export function mendUniver(injector: Injector, unitId: string, rules: ExcelRules): Recalculation {
  ERROR_TYPE_SET.add("#BUSY!" as never);
  mendInvertedIndex();
  mendWrittenFormulas(injector.get(FormulaDataModel));
  mendReferences();
  mendSheetNames(injector);
  mendArithmetic();
  mendOperators(injector.get(IFunctionService));
  installOwnFunctions(injector.get(IFunctionService));
  mendNatives(injector.get(IFunctionService));
  mendArrayFunctions(injector.get(IFunctionService));
  mendPlaceFunctions(injector.get(IFunctionService));
  registerReferenceFunctions(injector.get(IFunctionService));
  mendTexts(injector);
  // Univer keeps what it has read of a formula by its text alone: over a change of names, and over the end of a workbook.
  const reader = injector.get(LexerTreeBuilder);
  const names = new DefinedNames(injector.get(IDefinedNamesService), unitId);
  mendIndirect(injector.get(IFunctionService), names, rules);
  const current = injector.get(IFormulaCurrentConfigService);
  (reader as unknown as { _simpleCheckDefinedName: () => boolean })._simpleCheckDefinedName = () => true;
  // RATE(…) is the function, also where the workbook has a name Rate.
  const functions = injector.get(IFunctionService);
  const sequence = reader.getSequenceNode.bind(reader);
  const lambdas = new LambdaFormulas((name) => names.find(name)?.formulaOrRefString ?? null);
  functions.registerExecutors(...lambdas.executors(injector));
  let isCalculating = false;
  reader.getSequenceNode = (characters) => {
    const nodes = sequence(characters);
    if (!isCalculating) return nodes;
    return nodes.map((node, index) =>
      typeof node !== "string" && nodes[index + 1] === "(" && functions.hasExecutor(node.token.trim().toUpperCase())
        ? { ...node, nodeType: sequenceNodeType.NORMAL }
        : node,
    );
  };
  injector.get(Lexer).treeBuilder = (formula, transformSuffix) => {
    isCalculating = true;
    try {
      return reader.treeBuilder(toUniverFormula(lambdas.rewritten(formula), rules), transformSuffix, {
        unitId,
        getValueByName: (_unit, name) => inText(name, names, rules, lambdas),
        getDirtyDefinedNameMap: current.getDirtyDefinedNameMap.bind(current),
        getSheetName: current.getSheetName.bind(current),
      });
    } finally {
      isCalculating = false;
    }
  };
  injector.get(IFunctionService).deleteFormulaAstCacheKey("");

  const interpreter = injector.get(Interpreter);
  const execute = interpreter.execute.bind(interpreter);
  interpreter.execute = (node) => {
    try {
      return execute(node);
    } catch (thrown) {
      if (thrown instanceof PointsAtDueCell) throw thrown;
      return ErrorValueObject.create("#VALUE!" as never);
    }
  };

  // Iterator helpers (`keys().some`) are not in Node 20.
  const tables = injector.get(ISuperTableService);
  tables.hasTable = (unit, name) =>
    [...(tables.getTableMap(unit)?.keys() ?? [])].some((key) => key.toLowerCase() === name.toLowerCase());

  const runtime = injector.get(IFormulaRuntimeService) as unknown as {
    _getValueObjectOfRuntimeData(variant: unknown): { s?: unknown };
  };
  // A calculation changes values, never the formats of a user's cells.
  const cellOf = runtime._getValueObjectOfRuntimeData.bind(runtime);
  runtime._getValueObjectOfRuntimeData = (variant) => {
    const cell = cellOf(variant) as { v?: unknown; t?: unknown; s?: unknown };
    delete cell.s;
    // A formula that answers nothing shows 0.
    if ((variant as BaseValueObject | null)?.isNull()) Object.assign(cell, { v: 0, t: 2 });
    return cell;
  };

  executeInLoop(interpreter);

  const recalculation = new Recalculation(injector, unitId, rules, names);
  injector
    .get(IFunctionService)
    .registerExecutors(
      new Single("SINGLE"),
      new AnchorArray("ANCHORARRAY", (sheet, row, column) => recalculation.spillFrom(sheet, row, column)),
    );
  return recalculation;
}

type Node = ReturnType<typeof generateAstNode> & { isEmptyParamFunction(): boolean };

/** Univer goes down a formula by calling itself, and `1+1+1+…` with its 4,000 steps is deeper than calls can be. */
function executeInLoop(interpreter: Interpreter): void {
  const own = interpreter as unknown as {
    _runtimeService: IFormulaRuntimeService;
    _execute(root: Node, x?: number, y?: number): number;
  };
  own._execute = (root, x = 0, y = 0) => {
    const stack = [root];
    const next = [0];
    for (let depth = 0; depth >= 0;) {
      const node = stack[depth] as Node;
      const place = next[depth] as number;
      const child = (node.getChildren() as Node[])[place];
      if (place === 0 && own._runtimeService.isStopExecution()) return 1;
      if (!child) {
        if (node.nodeType === referenceNode) (node as ReferenceNode).setRefOffset(x, y);
        node.execute();
        depth--;
        continue;
      }
      next[depth] = place + 1;
      if (child.getToken().toUpperCase() === "LAMBDA" && child.isEmptyParamFunction()) child.execute();
      else [stack[++depth], next[depth]] = [child, 0];
    }
    return 0;
  };
}

/** Univer's number of a node that is a reference. */
const referenceNode = 1;
type ReferenceNode = Node & { setRefOffset(x: number, y: number): void };

/** Univer puts a name's formula into the text of the one that uses it; a sum must stay together there. */
function inText(text: string, names: DefinedNames, dialect: Dialect, lambdas: LambdaFormulas): DefinedName | null {
  const name = names.find(text);
  if (!name) return null;
  const standsAs = names.standsAs(text);
  if (standsAs === "unknown") return { ...name, formulaOrRefString: "#NAME?" };
  if (standsAs === "value") return { ...name, formulaOrRefString: `=${nameValue}("${text}")` };
  const read = lambdas.rewritten(`=${name.formulaOrRefString.replace(/^=/, "")}`);
  const formula = toUniverFormula(read, dialect).slice(1);
  const isLambda = /^lambda\s*\(/i.test(formula);
  const isSum = !isLambda && /[-+*/^&=<>]/.test(formula.replace(/'[^']*'|"[^"]*"/g, ""));
  return {
    ...name,
    formulaOrRefString: isSum ? `=(${formula})` : name.formulaOrRefString.startsWith("=") ? `=${formula}` : formula,
  };
}
