import type { Injector } from "@univerjs/core";
import {
  type BaseValueObject,
  ERROR_TYPE_SET,
  ErrorValueObject,
  FormulaDataModel,
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
import type { UniverRange } from "./engineAreas";
import { AnchorArray, Single } from "./engineFunctions";
import { mendArithmetic } from "./engineArithmetic";
import { mendNatives } from "./engineNatives";
import { mendInvertedIndex } from "./engineIndex";
import { mendSpill } from "./engineSpill";
import { mendTexts } from "./engineTexts";
import { mendWrittenFormulas } from "./engineWrittenFormulas";
import { toEngineFormula } from "./formulaDialect";

/** Rules of Excel that the engine has to ask us about. */
export interface EngineRules {
  /** Inside a table an array never spills. */
  tableAt(sheet: string, row: number, column: number): boolean;
}

/** Puts right what Univer 0.25.1 gets wrong; each of these has a test (docs/decisions/host-engine.md lists them). */
export function mendEngine(injector: Injector, unitId: string, rules: EngineRules): void {
  ERROR_TYPE_SET.add("#BUSY!" as never);
  mendInvertedIndex();
  mendWrittenFormulas(injector.get(FormulaDataModel));
  mendArithmetic();
  mendNatives(injector.get(IFunctionService));
  mendTexts(injector);
  // Univer keeps what it has read of a formula by its text alone: over a change of names, and over the end of a workbook.
  const reader = injector.get(LexerTreeBuilder);
  const names = injector.get(IDefinedNamesService);
  const current = injector.get(IFormulaCurrentConfigService);
  (reader as unknown as { _simpleCheckDefinedName: () => boolean })._simpleCheckDefinedName = () => true;
  // RATE(…) is the function, also where the workbook has a name Rate.
  const functions = injector.get(IFunctionService);
  const sequence = reader.getSequenceNode.bind(reader);
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
      return reader.treeBuilder(toEngineFormula(formula), transformSuffix, {
        unitId,
        getValueByName: (unit, name) => withParentheses(names.getValueByName(unit, name)),
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
    } catch {
      return ErrorValueObject.create("#VALUE!" as never);
    }
  };

  // Iterator helpers (`keys().some`) are not in Node 20.
  const tables = injector.get(ISuperTableService);
  tables.hasTable = (unit, name) =>
    [...(tables.getTableMap(unit)?.keys() ?? [])].some((key) => key.toLowerCase() === name.toLowerCase());

  const runtime = injector.get(IFormulaRuntimeService) as unknown as {
    _checkIfArrayFormulaRangeHasData(...args: [string, string, number, number, UniverRange]): boolean;
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
  const hasData = runtime._checkIfArrayFormulaRangeHasData.bind(runtime);
  runtime._checkIfArrayFormulaRangeHasData = (unit, sheet, row, column, range) =>
    rules.tableAt(sheet, row, column) || hasData(unit, sheet, row, column, range);
  mendSpill(injector, unitId);

  injector
    .get(IFunctionService)
    .registerExecutors(
      new Single("SINGLE"),
      new AnchorArray("ANCHORARRAY", (sheet, row, column) => spillFrom(injector, unitId, sheet, row, column)),
    );
}

type NameFound = ReturnType<IDefinedNamesService["getValueByName"]>;

/** The engine puts a name's formula into the text of the one that uses it; a sum must stay together there. */
function withParentheses(name: NameFound): NameFound {
  const formula = name?.formulaOrRefString.replace(/^=/, "") ?? "";
  return name && /[-+*/^&=<>]/.test(formula.replace(/'[^']*'|"[^"]*"/g, ""))
    ? { ...name, formulaOrRefString: `=(${formula})` }
    : name;
}

type Arrays = Record<string, Record<string, Record<number, Record<number, UniverRange | null>>>> | undefined;

/** The area that is spilled from a cell, as calculated just now or before. */
function spillFrom(injector: Injector, unitId: string, sheet: string, row: number, column: number): UniverRange | null {
  const now = injector.get(IFormulaRuntimeService).getUnitArrayFormula() as Arrays;
  const before = injector.get(FormulaDataModel).getArrayFormulaRange() as Arrays;
  return now?.[unitId]?.[sheet]?.[row]?.[column] ?? before?.[unitId]?.[sheet]?.[row]?.[column] ?? null;
}
