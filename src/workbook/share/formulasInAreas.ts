import type { AreaContent, NameContent, SheetContent } from "@workbooks/xlsx/content";
import type { CustomFunctionNames } from "@workbooks/xlsx/formulas/customFunctionNames";
import { formulaFromFile } from "@workbooks/xlsx/formulas/formulaFromFile";
import { formulaToFile } from "@workbooks/xlsx/formulas/formulaToFile";
import { areaReference } from "@workbooks/xlsx/sheet/address";
import { quotedSheet } from "../../cells/address";
import type { FixedSpills } from "./fixedSpills";
import { shareSheetName, type SharedFormula } from "./shareSheet";

/** The list of a copy, as far as it is added to. */
export interface ShareList {
  add(formula: Omit<SharedFormula, "number">, place: { sheet: string; area: AreaContent }): void;
  /** What is listed for a place where that formula stands now. */
  found(formula: Pick<SharedFormula, "kind" | "where">, instead: string): SharedFormula | undefined;
  readonly left: string[];
}

/** Formulas that spoke of what spilled, with areas in its place, each listed as a replaced one. */
export class FormulasInAreas {
  constructor(
    private readonly spills: FixedSpills,
    private readonly files: CustomFunctionNames,
    private readonly list: ShareList,
  ) {}

  /** The sheet with areas where its formulas spoke of what spilled: `A5#` is an error where nothing spills from A5. */
  sheet(sheet: SheetContent): SheetContent {
    const cells = new Map(sheet.cells);
    for (const [row, line] of sheet.cells)
      for (const [column, cell] of line) {
        if (cell.formula === undefined) continue;
        const area = cell.array ?? { row, column, rowCount: 1, columnCount: 1 };
        const where = `${quotedSheet(sheet.name)}!${areaReference(area)}`;
        const kind = cell.array?.dynamic ? "spill" : cell.array ? "array" : "cell";
        const formula = this.inAreas(cell.formula, { kind, where, sheet, area, value: cell.value });
        if (formula !== null) cells.set(row, new Map(cells.get(row)).set(column, { ...cell, formula }));
      }
    const marks = sheet.marks?.map((mark) => {
      const area = mark.areas[0];
      if (!area) return mark;
      const where = `${quotedSheet(sheet.name)}!${areaReference(area)}`;
      const formulas = mark.formulas.map((written) => {
        const formula = formulaFromFile(written, this.files);
        const instead = this.inAreas(formula, { kind: "rule", where, sheet, area, value: null });
        return instead === null ? written : formulaToFile(instead);
      });
      return { ...mark, formulas };
    });
    return { ...sheet, cells, ...(marks && { marks }) };
  }

  name(name: NameContent, sheets: readonly SheetContent[]): NameContent {
    const sheet = name.sheet === null ? null : sheets[name.sheet]!;
    const where = sheet === null ? name.name : `${quotedSheet(sheet.name)}!${name.name}`;
    const listed = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
    const formula = this.inAreas(name.formula, { kind: "name", where, sheet, area: listed, value: null });
    return formula === null ? name : { ...name, formula };
  }

  /** A formula with areas in the place of what spilled, listed; null where it stays. */
  private inAreas(
    formula: string,
    {
      kind,
      where,
      sheet,
      area,
      value,
    }: Pick<SharedFormula, "kind" | "where" | "value"> & {
      sheet: SheetContent | null;
      area: AreaContent;
    },
  ): string | null {
    const instead = this.spills.withAreas(formula, sheet?.name ?? "");
    if (instead === null) return null;
    const before = this.list.found({ kind, where }, formula);
    if (before) before.instead = instead;
    else if (sheet?.protection) {
      this.list.left.push(
        `${where}: the sheet is protected, and its formula speaks of what spilled. Unprotect it to share it.`,
      );
      return null;
    } else {
      const place = { sheet: kind === "name" ? shareSheetName : sheet!.name, area };
      this.list.add({ kind, where, formula, how: "Area", instead, mark: "", value }, place);
    }
    return instead;
  }
}
