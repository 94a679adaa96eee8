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
import { AnchorArray, Single } from "./functions/addinFunction";
import { mendArithmetic } from "./functions/arithmetic";
import { registerReferenceFunctions } from "./functions/referenceFunctions";
import { mendArrayFunctions } from "./functions/arrayFunctions";
import { mendPlaceFunctions } from "./functions/placeFunctions";
import { mendNatives } from "./functions/nativeFunctions";
import { mendReferences } from "./reading/sheetReferences";
import { mendOperators } from "./functions/operators";
import { mendInvertedIndex } from "./recalculation/invertedIndex";
import { mendTexts } from "./functions/texts";
import { mendWrittenFormulas } from "./reading/writtenFormulas";
import { PointsAtDueCell } from "./recalculation/order";
import { type ExcelRules, Recalculation } from "./recalculation/recalculation";
import { type Dialect, toUniverFormula } from "./reading/formulaDialect";

/** Puts right what Univer 0.25.1 gets wrong; each of these has a test (docs/decisions/stand-in-calculation.md lists them). */
export function mendUniver(injector: Injector, unitId: string, rules: ExcelRules): Recalculation {
  ERROR_TYPE_SET.add("#BUSY!" as never);
  mendInvertedIndex();
  mendWrittenFormulas(injector.get(FormulaDataModel));
  mendReferences();
  mendArithmetic();
  mendOperators(injector.get(IFunctionService));
  mendNatives(injector.get(IFunctionService));
  // It fetches a picture for the grid, which ends a process that has none.
  injector.get(IFunctionService).unregisterExecutors("IMAGE");
  mendArrayFunctions(injector.get(IFunctionService));
  mendPlaceFunctions(injector.get(IFunctionService));
  registerReferenceFunctions(injector.get(IFunctionService));
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
      return reader.treeBuilder(toUniverFormula(formula, rules), transformSuffix, {
        unitId,
        getValueByName: (unit, name) => inText(names.getValueByName(unit, name), rules),
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

  const recalculation = new Recalculation(injector, unitId, rules);
  injector
    .get(IFunctionService)
    .registerExecutors(
      new Single("SINGLE"),
      new AnchorArray("ANCHORARRAY", (sheet, row, column) => recalculation.spillFrom(sheet, row, column)),
    );
  return recalculation;
}

type NameFound = ReturnType<IDefinedNamesService["getValueByName"]>;

/** Univer puts a name's formula into the text of the one that uses it; a sum must stay together there. */
function inText(name: NameFound, dialect: Dialect): NameFound {
  if (!name) return name;
  const formula = toUniverFormula(`=${name.formulaOrRefString.replace(/^=/, "")}`, dialect).slice(1);
  const isSum = /[-+*/^&=<>]/.test(formula.replace(/'[^']*'|"[^"]*"/g, ""));
  return {
    ...name,
    formulaOrRefString: isSum ? `=(${formula})` : name.formulaOrRefString.startsWith("=") ? `=${formula}` : formula,
  };
}
