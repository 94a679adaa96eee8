import { tokenize } from "@borgar/fx";
import type { IDefinedNamesService, IDefinedNamesServiceParam } from "@univerjs/engine-formula";

export type DefinedName = IDefinedNamesServiceParam;

/** The function that stands in a formula for a name whose own formula is not put there. */
export const nameValue = "NAMEVALUE";

/** Longer ones are not put into the formula that uses them: names that double would fill the memory. */
const longestInText = 500;
/** The call of a LAMBDA needs its formula. */
const longestLambda = 8_192;

/** Univer's word for a name of no sheet's own. */
const wholeWorkbook = "AllDefaultWorkbook";

interface NameUse {
  name: DefinedName;
  /** Names in its formula, in small letters, as often as they are there. */
  uses: string[];
  /** How long its formula is with the formulas of all its names in it; Infinity for one that leads back to itself. */
  length: number;
  hasLambda: boolean;
}

interface OwnService {
  _updateCache(unit: string): void;
  getDefinedNameMap(unit: string): Record<string, DefinedName> | undefined;
  getValueByName(unit: string, name: string): DefinedName | null;
}

/**
 * The workbook's names, and what stands for them in formulas. Univer lists all names anew for each name that comes, in an
 * object that has a `constructor` of its own, and puts the formula of a name into each formula that uses it: without an
 * end where a name leads back to itself, and twice as long for each name that uses another one twice.
 */
export class DefinedNames {
  private listed: Map<string, DefinedName> | null = null;
  private uses: Map<string, NameUse> | null = null;
  private several = new Set<string>();
  private all: DefinedName[] = [];

  constructor(service: IDefinedNamesService, unit: string) {
    const own = service as unknown as OwnService;
    own._updateCache = () => (this.listed = this.uses = null);
    own.getValueByName = (_unit, name) => {
      if (!this.listed) {
        this.all = Object.values(own.getDefinedNameMap(unit) ?? {});
        const all = this.all.map((each) => [each.name.toLowerCase(), each] as const);
        this.listed = new Map(all);
        this.several = new Set(all.flatMap(([key, each]) => (this.listed?.get(key) === each ? [] : [key])));
      }
      return this.listed.get(name.toLowerCase()) ?? null;
    };
    this.find = (name) => own.getValueByName(unit, name);
  }

  /**
   * A formula on a sheet, where several names are called the same: the formula of the one that is meant there stands for it,
   * the sheet's own before the workbook's. Univer knows names without their sheets.
   */
  inScope(formula: string, sheet: string): string {
    this.find("");
    if (this.several.size === 0) return formula;
    const tokens = tokenize(formula);
    return tokens
      .map(({ type, value }, index) => {
        const key = value.toLowerCase();
        if (type !== "range_named" || tokens[index - 1]?.value === "!" || !this.several.has(key)) return value;
        const [own, general] = [true, false].map((isOwn) =>
          this.all.find(
            ({ name, localSheetId }) =>
              name.toLowerCase() === key &&
              (localSheetId === sheet) === isOwn &&
              (isOwn || !localSheetId || localSheetId === wholeWorkbook),
          ),
        );
        const meant = own ?? general;
        return meant ? `(${meant.formulaOrRefString.replace(/^=/, "")})` : "#NAME?";
      })
      .join("");
  }

  readonly find: (name: string) => DefinedName | null;

  /** How a formula has the name: with the name's own formula, with its value only, or as one that cannot be calculated. */
  standsAs(name: string): "formula" | "value" | "unknown" {
    const use = this.useOf(name);
    if (!use) return "unknown";
    if (use.length <= (use.hasLambda ? longestLambda : longestInText)) return "formula";
    // A LAMBDA that calls itself by its name: what it comes to is not known here.
    return use.hasLambda ? "unknown" : "value";
  }

  leadsBackToItself(name: string): boolean {
    return this.useOf(name)?.length === Infinity;
  }

  /** The names that are needed for this one's value and are had by their values only, each after those that it uses. */
  inOrder(name: string): DefinedName[] {
    const order: DefinedName[] = [];
    const begun = new Set([name.toLowerCase()]);
    const stack = [{ use: this.useOf(name), at: 0 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const next = top.use?.uses[top.at++];
      if (next === undefined) {
        stack.pop();
        if (top.use && this.standsAs(top.use.name.name) === "value") order.push(top.use.name);
      } else if (!begun.has(next)) {
        begun.add(next);
        stack.push({ use: this.useOf(next), at: 0 });
      }
    }
    return order;
  }

  private useOf(name: string): NameUse | undefined {
    this.uses ??= this.readUses();
    return this.uses.get(name.toLowerCase());
  }

  /** Takes the names one by one, each once all that it uses are taken. What is left at the end leads back to itself. */
  private readUses(): Map<string, NameUse> {
    this.find("");
    const listed = this.listed ?? new Map<string, DefinedName>();
    const uses = new Map<string, NameUse>();
    const users = new Map<string, NameUse[]>();
    const open = new Map<NameUse, number>();
    for (const [key, name] of listed) {
      const formula = name.formulaOrRefString;
      const names = namesIn(formula).filter((each) => listed.has(each));
      const use = { name, uses: names, length: formula.length, hasLambda: /\blambda\s*\(/i.test(formula) };
      uses.set(key, use);
      open.set(use, names.length);
      for (const each of names) {
        const known = users.get(each);
        if (known) known.push(use);
        else users.set(each, [use]);
      }
    }
    const ready = [...open.keys()].filter((use) => open.get(use) === 0);
    for (let use = ready.pop(); use; use = ready.pop()) {
      open.delete(use);
      for (const user of users.get(use.name.name.toLowerCase()) ?? []) {
        user.length += use.length;
        user.hasLambda ||= use.hasLambda && use.length <= longestLambda;
        const left = (open.get(user) ?? 0) - 1;
        open.set(user, left);
        if (left === 0) ready.push(user);
      }
    }
    for (const use of open.keys()) use.length = Infinity;
    const lambdas = [...open.keys()].filter(({ hasLambda }) => hasLambda);
    for (let use = lambdas.pop(); use; use = lambdas.pop())
      for (const user of users.get(use.name.name.toLowerCase()) ?? []) {
        if (user.length !== Infinity || user.hasLambda) continue;
        user.hasLambda = true;
        lambdas.push(user);
      }
    return uses;
  }
}

/** Names in a formula in small letters, without the sheets before them. */
function namesIn(formula: string): string[] {
  if (/^'?[^'"(]*'?![$A-Z\d:]+$/.test(formula)) return [];
  return tokenize(formula.startsWith("=") ? formula : `=${formula}`)
    .filter(({ type }) => type === "range_named" || type === "func")
    .map(({ value }) => value.slice(value.lastIndexOf("!") + 1).toLowerCase());
}
