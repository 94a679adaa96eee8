import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { timeLeft } from "../words/timeLeft";
import type { Awaited } from "../../workbook/excel/excelRun";
import type { Busy, Task } from "../state/paneState";

interface BusyLineProps {
  busy: Busy | null;
  onCancel: () => void;
}

/** Progress and Cancel for whatever takes more than half a second; nothing blinks for what is quicker. */
export function BusyLine({ busy, onCancel }: BusyLineProps) {
  const styles = useStyles();
  const longSince = useLongSince(busy?.task ?? null);
  const shown = busy && (longSince !== null || busy.waitsFor !== null) ? busy : null;
  const left = useTimeLeft(shown?.waitsFor ? null : (shown?.part ?? null), longSince);
  return (
    <div role="status" className={styles.status}>
      {shown && (
        <>
          <div className={styles.row}>
            <Text size={200} className={styles.words}>
              {shown.waitsFor ? waits[shown.waitsFor] : titles[shown.task]}
              {/* Not read out at every step: the bar says how far it is. */}
              {left !== null && <span aria-hidden> {left}</span>}
            </Text>
            <Button size="small" onClick={onCancel}>
              Cancel
            </Button>
          </div>
          <ProgressBar aria-label={titles[shown.task]} {...(shown.part === null ? {} : { value: shown.part })} />
        </>
      )}
    </div>
  );
}

const waits: Record<Awaited, string> = {
  cell: "Excel waits until the cell being edited is finished: press Enter in the cell.",
  workbook: "Excel waits until this workbook is in front again: click into it.",
};

const titles: Record<Task, string> = {
  reading: "Reading the workbook…",
  correcting: "Reading the workbook with your correction…",
  saving: "Keeping the scenarios…",
  running: "Working it out…",
  simulating: "Drawing how much is delivered…",
  writing: "Writing the sheets…",
  inserting: "Inserting…",
  restoring: "Putting back what was there…",
  checking: "Looking through the workbook…",
  repairing: "Mending what can be mended…",
  sharing: "Replacing formulas…",
};

const longAfter = 500;

/** When the task began, once it has taken long. */
function useLongSince(task: Task | null): number | null {
  const [long, setLong] = useState<{ task: Task; since: number } | null>(null);
  useEffect(() => {
    if (task === null) return undefined;
    const since = Date.now();
    const timer = setTimeout(() => setLong({ task, since }), longAfter);
    return () => {
      clearTimeout(timer);
      setLong(null);
    };
  }, [task]);
  return task !== null && long?.task === task ? long.since : null;
}

/** Told anew every second. */
function useTimeLeft(part: number | null, since: number | null): string | null {
  const [left, setLeft] = useState<string | null>(null);
  const latest = useRef(part);
  useEffect(() => {
    latest.current = part;
  }, [part]);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setInterval(() => setLeft(timeLeft(latest.current, Date.now() - since)), 1000);
    return () => {
      clearInterval(timer);
      setLeft(null);
    };
  }, [since]);
  return part === null ? null : left;
}

const useStyles = makeStyles({
  status: { ":not(:empty)": { paddingBottom: tokens.spacingVerticalS } },
  row: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  words: { minWidth: 0 },
});
