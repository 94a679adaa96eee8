import { nextTask } from "../nextTask";
import { rangeOf } from "./univerAreas";

/** What has changed since the last calculation, in Univer's terms: areas, names, sheets, or everything by force. */
export type DirtyData = Record<string, unknown> & { dirtyRanges: unknown[]; forceCalculation: boolean };

/** Decides when to calculate: a moment after a change, when asked, or (manual, suspended) not yet. One calculation runs at a time. */
export abstract class CalculationSchedule {
  /** Manual mode collects what is dirty until `calculateNow`. */
  automatic = true;
  /** Calculation waits, whatever the mode, until `resume`. */
  suspended = false;
  /** The calculation that runs is one of Excel's recalculations, and not only the arrival of a function's late answer. */
  isRecalculation = false;
  /** Called before a recalculation: marks what is volatile. */
  beforeRecalculation: () => void = () => undefined;
  /** Called when a calculation is over and its results are in the cells. */
  afterRun: () => void = () => undefined;
  private dirty: DirtyData | null = null;
  private isChanged = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private isClosed = false;

  /** Calculates what is dirty unless calculation is manual or suspended, and waits until nothing is running. */
  async settle(): Promise<void> {
    while (this.running || (this.dirty && this.automatic && !this.suspended)) await this.run();
  }

  /** Calculates what is dirty, in manual mode too; `full`: every formula. */
  async calculateNow(full: boolean): Promise<void> {
    if (full) this.addDirty({ dirtyRanges: [], forceCalculation: true });
    while (this.running || this.dirty) await this.run();
  }

  /** As F9: what is dirty, and what is volatile although nothing has changed, in manual mode too. */
  async recalculateNow(): Promise<void> {
    this.addDirty({});
    await this.calculateNow(false);
  }

  /** Ends a suspension of calculation. */
  resume(): void {
    if (!this.suspended) return;
    this.suspended = false;
    if (this.dirty) this.schedule();
  }

  get isDirty(): boolean {
    return this.dirty !== null || this.running !== null;
  }

  /** Calculates what is dirty and ends when the results are in the cells. */
  protected abstract start(dirty: DirtyData): Promise<void>;

  protected addDirty(data: Partial<DirtyData>, isChange = true): void {
    this.dirty = merged(this.dirty ?? { dirtyRanges: [], forceCalculation: false }, data);
    this.isChanged ||= isChange;
    this.schedule();
  }

  /** Nothing is calculated from now on. `rested` is called at once, or when the calculation that is running is over. */
  protected closeSchedule(rested: () => void): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.isClosed = true;
    if (this.running) void this.running.finally(rested);
    else rested();
  }

  private schedule(): void {
    if (!this.automatic || this.suspended || this.timer || this.isClosed) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.settle();
    }, 0);
  }

  private async run(): Promise<void> {
    if (this.running) return this.running;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.running = this.calculate().finally(() => {
      this.running = null;
      if (this.dirty) this.schedule();
    });
    return this.running;
  }

  private async calculate(): Promise<void> {
    // Univer takes note of new formulas a moment after they are written; starting earlier would lose their dependencies.
    await nextTask();
    if (this.isClosed) this.dirty = null;
    this.isRecalculation = this.isChanged;
    if (this.dirty && this.isChanged) this.beforeRecalculation();
    const dirty = this.dirty;
    this.dirty = null;
    this.isChanged = false;
    if (!dirty) return;
    await this.start(dirty);
    this.afterRun();
    // It clears its own state just after it has told of its end; starting before that would lose the next run.
    await nextTask();
  }
}

/** Whether there is anything in it at all. */
export function hasDirt(data: DirtyData): boolean {
  return Object.values(data).some(
    (value) => value === true || (typeof value === "object" && value !== null && Object.keys(value).length > 0),
  );
}

function merged(one: DirtyData, other: Partial<DirtyData>): DirtyData {
  const all: DirtyData = {
    ...one,
    dirtyRanges: [...one.dirtyRanges, ...(other.dirtyRanges ?? [])],
    forceCalculation: one.forceCalculation || (other.forceCalculation ?? false),
  };
  for (const [key, value] of Object.entries(other)) {
    if (key === "dirtyRanges" || key === "forceCalculation" || typeof value !== "object" || value === null) continue;
    const mine = (all[key] ?? {}) as Record<string, object>;
    for (const [unit, entries] of Object.entries(value)) mine[unit] = { ...mine[unit], ...(entries as object) };
    all[key] = mine;
  }
  return all;
}

export function oneCell(unitId: string, sheetId: string, row: number, column: number): Partial<DirtyData> {
  return { dirtyRanges: [{ unitId, sheetId, range: rangeOf({ row, column, rowCount: 1, columnCount: 1 }) }] };
}
