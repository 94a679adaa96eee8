/** Which sheets have changed since what the pane shows was read. */
interface SheetChanges {
  add(sheetId: string): void;
  /** As it is when a reading begins. */
  now(): ChangesSeen;
  /** False where what a later reading found is shown already. */
  isNewest(seen: ChangesSeen): boolean;
  /** What that reading found is shown now. */
  shown(seen: ChangesSeen): void;
}

/** The changes that a reading knows of. */
interface ChangesSeen {
  sheets: ReadonlySet<string>;
  /** Counts readings and changes. */
  at: number;
}

/** A change stays until a reading that began after it is shown: readings may overlap, be dropped, or fail. */
export function sheetChanges(): SheetChanges {
  const changedAt = new Map<string, number>();
  let clock = 0;
  let newest = 0;
  return {
    add: (sheetId) => void changedAt.set(sheetId, ++clock),
    now: () => ({ sheets: new Set(changedAt.keys()), at: ++clock }),
    isNewest: ({ at }) => at > newest,
    shown({ at }) {
      newest = at;
      for (const [sheetId, time] of changedAt) if (time < at) changedAt.delete(sheetId);
    },
  };
}
