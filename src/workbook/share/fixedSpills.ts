import { parseA1Ref, stringifyA1Ref, tokenize } from "@borgar/fx";
import type { AreaContent } from "@workbooks/xlsx/content";
import { splitAddress } from "../../cells/address";

/** Where a formula spilled over cells that hold values now, or an array that no longer grows: by its first cell. */
export class FixedSpills {
  private readonly areas = new Map<string, AreaContent>();

  add(sheet: string, area: AreaContent): void {
    this.areas.set(keyOf(sheet, area.row, area.column), area);
  }

  /** A formula that stands on that sheet, with `A5#` as `A5:C9` where nothing spills from A5 any more; null where it speaks of none of them. */
  withAreas(formula: string, sheet: string): string | null {
    if (this.areas.size === 0) return null;
    const tokens = tokensOf(formula);
    let isChanged = false;
    for (const { token, anchor } of anchorsIn(tokens, sheet)) {
      const found = this.areas.get(keyOf(anchor.sheet, anchor.top, anchor.left));
      if (!found) continue;
      const { top, left, $top, $left } = anchor;
      const [bottom, right] = [top + found.rowCount - 1, left + found.columnCount - 1];
      const range = { top, left, bottom, right, $top, $left, $bottom: $top, $right: $left };
      const reference = tokens[token]!;
      reference.value = reference.value.slice(0, reference.value.lastIndexOf("!") + 1) + stringifyA1Ref({ range });
      tokens[token + 1]!.value = "";
      isChanged = true;
    }
    return isChanged ? tokens.map(({ value }) => value).join("") : null;
  }
}

/** The cells from which a formula takes all that spills: A5 in `SUM(A5#)`. */
export function spillsIn(formula: string, sheet: string): { sheet: string; row: number; column: number }[] {
  return anchorsIn(tokensOf(formula), sheet).map(({ anchor }) => {
    return { sheet: anchor.sheet, row: anchor.top, column: anchor.left };
  });
}

interface TextToken {
  type: string;
  value: string;
}

function tokensOf(formula: string): TextToken[] {
  if (!formula.includes("#")) return [];
  return tokenize(`=${formula}`)
    .map(({ type, value }) => ({ type: String(type), value }))
    .slice(1);
}

function anchorsIn(tokens: readonly TextToken[], sheet: string) {
  return tokens.flatMap(({ type, value }, token) => {
    if (type !== "range" || tokens[token + 1]?.value !== "#") return [];
    const parsed = parseA1Ref(value.slice(value.lastIndexOf("!") + 1));
    const range = parsed && "range" in parsed ? parsed.range : null;
    const { top, left, $top = false, $left = false } = range ?? {};
    if (typeof top !== "number" || typeof left !== "number") return [];
    return [{ token, anchor: { sheet: splitAddress(value).sheet ?? sheet, top, left, $top, $left } }];
  });
}

/** Whether a formula is the other one, but for areas in the place of what spilled: `SUM(A5:C9)` of `SUM(A5#)`. */
export function isWithAreas(formula: string, spilling: string): boolean {
  if (!spilling.includes("#")) return false;
  const parts = spilling.split(/(?<=[A-Z]\$?\d+)#/i).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("(?:#|:\\$?[A-Z]{1,3}\\$?\\d+|)")}$`, "i").test(formula);
}

function keyOf(sheet: string, row: number, column: number): string {
  return `${row},${column},${sheet.toLowerCase()}`;
}
