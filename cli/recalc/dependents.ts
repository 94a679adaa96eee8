import type { CellContent, WorkbookContent } from "@workbooks/xlsx/content";
import { placeKey } from "./cellMaps";
import { FormulaReader, type CellPlace, type Place } from "./formulaReads";
import { ReadIndex, type Formula } from "./readIndex";

/** A cell to calculate; `callsAddin` where its own formula does, and it does not only depend on one that does. */
export interface DependentCell extends CellPlace {
  callsAddin: boolean;
  /** The functions that its formula calls, in capitals. */
  functions: Set<string>;
  /** It reads another workbook, or the same cells of several sheets. */
  readsOutside: boolean;
}

/** Which formulas of a workbook depend on which cells. */
export class Dependents {
  readonly reader: FormulaReader;
  private formulas: Formula[];
  private readonly loose: Set<string>;
  private index: ReadIndex;

  constructor(content: WorkbookContent, namespace: string) {
    const reader = new FormulaReader(content, namespace);
    this.reader = reader;
    this.formulas = formulaCells(content).map(({ place, cell }) => ({
      place,
      area: filledArea(place, cell),
      ...reader.read(cell.formula ?? "", place),
    }));
    this.index = new ReadIndex(this.formulas);
    const loose = this.formulas.filter(({ readsAnything, readsLess }) => readsAnything || readsLess);
    this.loose = new Set(loose.map(({ place }) => placeKey(place)));
  }

  /**
   * The cells whose formulas call a function of the namespace, in the formula or through a name, and all that depend on
   * them. What a formula reads through INDIRECT or OFFSET cannot be known beforehand; such formulas count as depending.
   */
  ofAddin(): DependentCell[] {
    return this.closure(new Set(this.formulas.filter(({ isAddin }) => isAddin)));
  }

  /** Of these cells, those whose words do not say exactly what they read, and of which nobody has said more. */
  unclear(cells: DependentCell[]): DependentCell[] {
    return cells.filter((cell) => this.loose.has(placeKey(cell)));
  }

  /** Says exactly what formulas read, by `placeKey`; null where no more can be known than their words say. */
  becomeClear(reads: Map<string, Place[] | null>): void {
    this.formulas = this.formulas.map((formula) => {
      const key = placeKey(formula.place);
      const areas = reads.get(key);
      if (areas !== undefined) this.loose.delete(key);
      return areas ? { ...formula, reads: areas, readsAnything: false } : formula;
    });
    this.index = new ReadIndex(this.formulas);
  }

  /** The formulas that read these areas, with all that depends on them. */
  ofAreas(areas: Place[]): DependentCell[] {
    const search = this.index.search();
    return this.closure(new Set(areas.flatMap((area) => search.readersOf(area))));
  }

  /** The places of the formulas that read one of these cells themselves. */
  readersOf(cells: CellPlace[]): CellPlace[] {
    const search = this.index.search();
    return cells.flatMap((cell) => {
      const area = { ...placeOf(cell), rowCount: 1, columnCount: 1 };
      return search.readersOf(area).map(({ place }) => place);
    });
  }

  private closure(found: Set<Formula>): DependentCell[] {
    const search = this.index.search();
    // A set hands out what is added while it is walked: in the end every dependent has been asked for its own.
    for (const { area } of found) for (const dependent of search.readersOf(area)) found.add(dependent);
    return [...found].map(({ place, isAddin, functions, readsOutside }) => ({
      ...{ ...place, callsAddin: isAddin },
      ...{ functions, readsOutside },
    }));
  }
}

function placeOf({ sheet, row, column }: CellPlace): CellPlace {
  return { sheet, row, column };
}

/** The area that a cell's formula fills: itself, or where its array spills. */
export function filledArea(place: CellPlace, cell: CellContent): Place {
  return cell.array ? { ...cell.array, sheet: place.sheet } : { ...placeOf(place), rowCount: 1, columnCount: 1 };
}

function formulaCells(content: WorkbookContent): { place: CellPlace; cell: CellContent }[] {
  return content.sheets.flatMap((sheet, index) =>
    [...sheet.cells].flatMap(([row, cells]) =>
      [...cells].flatMap(([column, cell]) =>
        cell.formula === undefined ? [] : [{ place: { sheet: index, row, column }, cell }],
      ),
    ),
  );
}
