/**
 * The group of a request, from its flags; 0 where the run has not asked for one. How newer versions of Office.js send it is
 * not documented, so these bits are the stand-in's own, out of the way of those that the library uses.
 */
export function undoGroupOf(flags: number): number {
  return (flags >>> firstBit) & mostGroups;
}

/** A run as `Excel.run` is called: with options first, or without. */
type Run = (...args: unknown[]) => Promise<unknown>;
type Batch = (context: { _requestFlagModifier: number }) => Promise<unknown>;

/**
 * `Excel.run` with `mergeUndoGroup` (ExcelApi 1.20), which this version of the library does not know: the requests of such
 * a run say that they belong together.
 */
export function withUndoGroups(run: Run): Run {
  let last = 0;
  return (...args) => {
    const [options, batch] = args as [{ mergeUndoGroup?: unknown } | null, Batch | undefined];
    if (typeof batch !== "function" || options?.mergeUndoGroup !== true) return run(...args);
    last = (last % mostGroups) + 1;
    const group = last << firstBit;
    return run(options, (context: Parameters<Batch>[0]) => {
      context._requestFlagModifier |= group;
      return batch(context);
    });
  };
}

const firstBit = 20;
const mostGroups = 0x3ff;
