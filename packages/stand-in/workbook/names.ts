import { parse, tokenize } from "@borgar/fx";
import type { Calculation } from "../calculation/calculation";
import { formulaTree } from "../calculation/lambda/formulaTree";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "./excelError";
import { movedFormula, type ReferenceChange } from "./formulas/references";
import { isValidName } from "./tables/table";
import { same } from "./undo/undoIdentity";
import type { Happening } from "./workbookEvent";

/** A name that formulas can use: of the workbook (`sheet` null) or of one sheet. `formula` is without "=". */
export interface NameItem {
  name: string;
  formula: string;
  sheet: string | null;
  hidden: boolean;
  comment: string;
}

/** What names need of their workbook. */
interface WorkbookOfNames {
  readonly calculation: Pick<Calculation, "setName" | "removeName">;
  findSheet(id: string): { name: string } | undefined;
  emit(event: Happening): void;
}

export class Names {
  readonly items: NameItem[] = [];

  constructor(private readonly workbook: WorkbookOfNames) {}

  find(name: string, sheet: string | null): NameItem | undefined {
    const matches = this.items.filter((item) => item.name.toLowerCase() === name.toLowerCase());
    return (
      matches.find((item) => item.sheet === sheet && sheet !== null) ?? matches.find((item) => item.sheet === null)
    );
  }

  inScope(sheet: string | null): NameItem[] {
    return this.items.filter((item) => item.sheet === sheet);
  }

  /** @throws InvalidArgument for a name or formula that Excel does not take, ItemAlreadyExists */
  add(item: NameItem): NameItem {
    if (!isValidName(item.name)) throw invalidArgument();
    checkFormula(item.formula);
    if (this.inScope(item.sheet).some((other) => other.name.toLowerCase() === item.name.toLowerCase()))
      throw itemAlreadyExists();
    return this.adopt(item);
  }

  /** Takes a name as a file has it, without checks. */
  adopt(item: NameItem): NameItem {
    this.items.push(item);
    this.register(item);
    this.changed();
    return item;
  }

  /** @throws InvalidArgument for a formula that cannot be read. */
  setFormula(item: NameItem, formula: string): void {
    checkFormula(formula);
    this.change(item, { formula });
  }

  change(item: NameItem, changes: Partial<NameItem>): void {
    Object.assign(item, changes);
    this.register(item);
    this.changed();
  }

  delete(item: NameItem): void {
    const index = this.items.indexOf(item);
    if (index < 0) throw itemNotFound();
    this.items.splice(index, 1);
    this.workbook.calculation.removeName(idOf(item), item.name, item.formula);
    this.changed();
  }

  /** These, and no others, are the names now: as undo wants them. */
  replace(items: NameItem[]): void {
    const known = new Map(this.items.map((item) => [idOf(item), item]));
    const wanted = new Set(items.map(idOf));
    for (const [id, item] of known)
      if (!wanted.has(id)) this.workbook.calculation.removeName(id, item.name, item.formula);
    this.items.length = 0;
    for (const data of items) {
      const before = known.get(idOf(data));
      const isSame = before?.formula === data.formula && before.name === data.name;
      this.items.push(same(before, data));
      if (!isSame) this.register(data);
    }
    this.changed();
  }

  /** References of names go with the cells that they mean, as those of formulas do. */
  follow(change: ReferenceChange): void {
    for (const item of this.items) {
      const formula = movedFormula(item.formula, change, this.homeOf(item));
      if (formula !== item.formula) this.change(item, { formula });
    }
  }

  /** Names of the sheet go with it. */
  sheetDeleted(id: string): void {
    for (const item of this.items.filter((each) => each.sheet === id)) this.delete(item);
  }

  /** Excel keeps the sheet in every reference of a name; one without belongs to no sheet that could change. */
  private homeOf(item: NameItem): string {
    return (item.sheet !== null && this.workbook.findSheet(item.sheet)?.name) || "";
  }

  private register(item: NameItem): void {
    // Excel's own hidden helpers (_xlnm.Print_Area, _xlfn.…) mean nothing to Univer.
    if (!item.name.startsWith("_xl"))
      this.workbook.calculation.setName(idOf(item), item.name, item.formula, item.sheet);
  }

  private changed(): void {
    this.workbook.emit({ kind: "names", sheet: null });
  }
}

function checkFormula(formula: string): void {
  if (formula === "") throw invalidArgument();
  // Parameters in brackets, which may be left out, are none to the other reader.
  if (/^LAMBDA\(/i.test(formula) && formulaTree(formula)) return;
  try {
    parse(tokenize(`=${formula}`));
  } catch {
    throw invalidArgument();
  }
}

function idOf(item: NameItem): string {
  return `${item.sheet ?? "book"}/${item.name.toLowerCase()}`;
}
