import type { UndoneModel } from "../../calculation/undo/history";
import { undoParts, type UndoPart, type UndoneWorkbook } from "./undoParts";

/** All parts by name, each item as JSON: copied and compared at once. */
interface ModelState {
  activeSheet: string;
  parts: Map<string, Map<string, string>>;
}

interface ModelChange {
  activeSheet: { before: string; after: string };
  parts: { name: string; items: ItemChange[]; order: { before: string[]; after: string[] } }[];
}

interface ItemChange {
  key: string;
  /** Undefined where it was not there. */
  before: string | undefined;
  after: string | undefined;
}

/**
 * Undo of what Univer does not hold. What a step has changed is found by comparing the parts before and after, so that
 * whoever changes the workbook need not remember to say so.
 */
export class Undo implements UndoneModel<ModelState, ModelChange> {
  private readonly parts: UndoPart[];

  constructor(private readonly workbook: UndoneWorkbook) {
    this.parts = undoParts(workbook);
  }

  /** A further kind of things takes part in undo. */
  add<Item>(part: UndoPart<Item>): void {
    this.parts.push(part as UndoPart);
  }

  read(): ModelState {
    const parts = this.parts.map(({ name, read }) => {
      const items = [...read()].map(([key, item]) => [key, JSON.stringify(item)] as const);
      return [name, new Map(items)] as const;
    });
    return { activeSheet: this.workbook.activeSheet.id, parts: new Map(parts) };
  }

  changeSince(before: ModelState): ModelChange | null {
    const after = this.read();
    const parts = this.parts.flatMap(({ name }) => {
      const [one, other] = [
        before.parts.get(name) ?? new Map<string, string>(),
        after.parts.get(name) ?? new Map<string, string>(),
      ];
      const keys = [...new Set([...one.keys(), ...other.keys()])];
      const items = keys
        .map((key) => ({ key, before: one.get(key), after: other.get(key) }))
        .filter((item) => item.before !== item.after);
      const order = { before: [...one.keys()], after: [...other.keys()] };
      const isSameOrder = order.before.join("\n") === order.after.join("\n");
      return items.length === 0 && isSameOrder ? [] : [{ name, items, order }];
    });
    if (parts.length === 0 && before.activeSheet === after.activeSheet) return null;
    return { activeSheet: { before: before.activeSheet, after: after.activeSheet }, parts };
  }

  /** To look at another sheet is nothing to take back. */
  isWorthAStep({ parts }: ModelChange): boolean {
    return parts.length > 0;
  }

  prepare(change: ModelChange | null, to: "before" | "after"): void {
    this.show(change, to);
  }

  restore(change: ModelChange | null, to: "before" | "after"): void {
    for (const { name, items, order } of change?.parts ?? []) {
      const part = this.parts.find((each) => each.name === name);
      if (!part) continue;
      const now = part.read();
      for (const item of items) {
        const data = item[to];
        if (data === undefined) now.delete(item.key);
        else now.set(item.key, JSON.parse(data));
      }
      part.write(inOrder(now, order[to]));
    }
    this.show(change, to);
  }

  /** The sheet that was shown, where the step came with another. */
  private show(change: ModelChange | null, to: "before" | "after"): void {
    if (!change || change.activeSheet.before === change.activeSheet.after) return;
    const sheet = this.workbook.findSheet(change.activeSheet[to]);
    if (sheet?.visibility === "visible") this.workbook.activate(sheet);
  }
}

/** What somebody else has added meanwhile comes last. */
function inOrder<Item>(items: Map<string, Item>, order: string[]): Map<string, Item> {
  const keys = [...order, ...items.keys()].filter((key) => items.has(key));
  return new Map(keys.map((key) => [key, items.get(key) as Item]));
}
