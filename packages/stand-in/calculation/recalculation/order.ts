import { DueCells } from "./dueCells";
import { isIn, type FormulaCell, type SheetRange } from "./formulaCells";
import { overlap, type ReadArea } from "./readAreas";

/** Thrown by OFFSET and INDIRECT when they point at a cell that is due or begun and not calculated yet. */
export class PointsAtDueCell extends Error {
  constructor(readonly cell: FormulaCell) {
    super("This cell is calculated first.");
  }
}

interface OrderRules {
  /** Calculates a cell all of whose precedents are calculated. @throws PointsAtDueCell */
  calculate(cell: FormulaCell): void;
  /** What a cell shows that depends on itself: Excel's 0. */
  circular(cell: FormulaCell): void;
  /** What the cell needs of what it reads: not the branch of an IF that is not taken, nor what INDEX does not pick. */
  needed(cell: FormulaCell): SheetRange[];
  /** Lets others work, now and then. */
  pause(): Promise<void>;
}

/** A cell that waits until what it reads is calculated. */
interface Waiting {
  cell: FormulaCell;
  /** The place in `reads` of the area that is being calculated. */
  at: number;
  /** Cells that are themselves waiting, with the areas that hold them: circular, unless a branch not taken asks for them. */
  begun: Map<FormulaCell, ReadArea<FormulaCell> | null>;
  notNeeded: Set<ReadArea<FormulaCell>>;
  /** Parts of those that it needs all the same. */
  neededParts: SheetRange[];
  /** The lowest place in the stack of a cell that depends on this one and on which this one depends. */
  root: number;
}

const mostMillisecondsAtOnce = 50;

/** Calculates due cells, each after what it reads and as few times as can be: with a stack of its own, so of any depth. */
export class CalculationOrder {
  private readonly due: DueCells;
  private readonly stack: Waiting[] = [];
  /** Circular cells that are done while the first cell of their circle is still waiting, by its place in the stack. */
  private readonly openCircles = new Map<number, FormulaCell[]>();

  constructor(
    private readonly cells: FormulaCell[],
    private readonly rules: OrderRules,
  ) {
    for (const cell of cells) cell.state = "due";
    this.due = new DueCells(cells);
  }

  async calculateAll(): Promise<void> {
    let pausedAt = Date.now();
    for (const cell of this.cells) {
      if (cell.state !== "due") continue;
      this.begin(cell);
      for (let steps = 1; this.stack.length > 0; steps++) {
        this.step();
        if (steps % 64 !== 0 || Date.now() - pausedAt < mostMillisecondsAtOnce) continue;
        await this.rules.pause();
        pausedAt = Date.now();
      }
    }
  }

  /** A cell in the area that is not calculated yet, one that is due before one that is begun. */
  notCalculatedIn(area: SheetRange): FormulaCell | null {
    let begun: FormulaCell | null = null;
    return this.due.next(area, (cell) => (begun = cell)) ?? begun;
  }

  private begin(cell: FormulaCell): void {
    cell.state = "begun";
    this.stack.push({ cell, at: 0, begun: new Map(), notNeeded: new Set(), neededParts: [], root: Infinity });
  }

  private step(): void {
    const top = this.stack[this.stack.length - 1] as Waiting;
    const precedent = this.nextPrecedent(top);
    if (precedent) return this.begin(precedent);
    if (top.begun.size > 0 && !this.closeCircle(top)) return;
    this.joinOpenCircle(top);
    if (top.root !== Infinity) this.rules.circular(top.cell);
    else {
      try {
        this.rules.calculate(top.cell);
      } catch (thrown) {
        if (!(thrown instanceof PointsAtDueCell)) throw thrown;
        if (thrown.cell.state === "due") return this.begin(thrown.cell);
        top.begun.set(thrown.cell, null);
        return;
      }
    }
    this.end(top);
  }

  private nextPrecedent(waiting: Waiting): FormulaCell | null {
    const { reads } = waiting.cell;
    for (; waiting.at < reads.length; waiting.at++) {
      const area = reads[waiting.at] as ReadArea<FormulaCell>;
      if (waiting.notNeeded.has(area)) continue;
      const cell = this.due.next(area, (begun) => waiting.begun.set(begun, area));
      if (cell) return cell;
    }
    for (const area of waiting.neededParts) {
      const cell = this.due.next(area, (begun) => waiting.begun.set(begun, null));
      if (cell) return cell;
    }
    return null;
  }

  private end(waiting: Waiting): void {
    this.stack.pop();
    waiting.cell.state = "calculated";
    this.openCircles.delete(this.stack.length);
    if (waiting.root < this.stack.length) this.openCircle(waiting.root).push(waiting.cell);
  }

  /** True where the cell can go on; false where a branch is not taken, so that its cells wait their turn again. */
  private closeCircle(top: Waiting): boolean {
    for (const [cell, last] of top.begun) {
      const from = this.stack.findIndex((waiting) => waiting.cell === cell);
      const loose = this.stack.findIndex((waiting, place) => place >= from && !this.isHeld(waiting, place, cell, last));
      if (loose < 0) {
        this.markCircular(from);
        continue;
      }
      const waiting = this.stack[loose] as Waiting;
      const area = loose === this.stack.length - 1 ? last : waiting.cell.reads[waiting.at];
      waiting.notNeeded.add(area as ReadArea<FormulaCell>);
      waiting.neededParts = this.rules.needed(waiting.cell);
      for (const { cell: later } of this.stack.splice(loose + 1)) later.state = "due";
      waiting.begun.clear();
      waiting.at = 0;
      return false;
    }
    top.begun.clear();
    return true;
  }

  /** Whether a waiting cell needs the one above it in the stack, or (the last one) the circle's `first`. */
  private isHeld(waiting: Waiting, place: number, first: FormulaCell, last: ReadArea<FormulaCell> | null): boolean {
    const isLast = place === this.stack.length - 1;
    const area = isLast ? last : waiting.cell.reads[waiting.at];
    const next = isLast ? first : (this.stack[place + 1] as Waiting).cell;
    return !area || this.rules.needed(waiting.cell).some((needed) => holds(needed, next));
  }

  private markCircular(from: number): void {
    for (const waiting of this.stack.slice(from)) waiting.root = Math.min(waiting.root, from);
    for (const [root, cells] of this.openCircles) {
      if (root <= from) continue;
      for (const cell of cells) this.openCircle(from).push(cell);
      this.openCircles.delete(root);
    }
  }

  private openCircle(root: number): FormulaCell[] {
    let cells = this.openCircles.get(root);
    if (!cells) this.openCircles.set(root, (cells = []));
    return cells;
  }

  /** A cell that reads a circle whose first cell waits for it is a part of the circle. */
  private joinOpenCircle(top: Waiting): void {
    for (const [root, cells] of [...this.openCircles])
      if (root < top.root && this.needsOneOf(top.cell, cells)) this.markCircular(root);
  }

  private needsOneOf(reader: FormulaCell, cells: FormulaCell[]): boolean {
    const read = cells.filter((cell) => reader.reads.some((area) => holds(area, cell)));
    return read.length > 0 && this.rules.needed(reader).some((area) => read.some((cell) => holds(area, cell)));
  }
}

/** Whether the cell, or what its array fills, lies in the area. */
function holds(area: SheetRange, cell: FormulaCell): boolean {
  return (
    area.sheet === cell.sheet && (isIn(cell, area.range) || (cell.spill !== null && overlap(cell.spill, area.range)))
  );
}
