import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Finding } from "../../plan/finding";
import { playback } from "../../plan/report/words/playback";
import type { WorkbookReading } from "../../workbook/read/readWorkbookPlan";
import { lazyPart } from "../parts/lazyPart";
import { correctButtonId } from "../parts/plan/AreaCard";
import { AreaCards } from "../parts/plan/AreaCards";
import { CorrectionHistory } from "../parts/plan/corrections/CorrectionHistory";
import { FindingsList } from "../parts/plan/FindingsList";
import { FirstStart } from "../parts/plan/FirstStart";
import { ReadingPlayback } from "../parts/plan/ReadingPlayback";
import { RestoreBar } from "../parts/RestoreBar";
import { useFocusReturn } from "../parts/useFocusReturn";
import { withAnswer, withoutSideTable, withTarget } from "../state/corrections";
import type { PaneActions } from "../state/paneActions";
import { isFirstStart, tableOfHeading } from "../state/paneFacts";
import type { PaneState } from "../state/paneState";
import { areaNames, tablesOf } from "../words/plan/planAreas";
import { toldTotals } from "../words/plan/toldTotals";

const CorrectionPanel = lazyPart(
  async () =>
    (await import(/* webpackChunkName: "columns" */ "../parts/plan/corrections/CorrectionPanel")).CorrectionPanel,
);
const HorizonQuestion = lazyPart(
  async () =>
    (await import(/* webpackChunkName: "columns" */ "../parts/plan/questions/HorizonQuestion")).HorizonQuestion,
);

/** What the plan takes where nobody says. */
const usualHorizon = 5;

interface PlanScreenProps {
  state: PaneState;
  actions: PaneActions;
  locale: string | undefined;
}

/** Did it understand my tables? */
export function PlanScreen({ state, actions, locale }: PlanScreenProps) {
  const styles = useStyles();
  const { reading, correcting, corrections } = state;
  useFocusReturn(correcting && correctButtonId(correcting));
  const played = useMemo(() => reading && playback(reading, locale), [reading, locale]);
  const told = useMemo(() => toldTotals(played), [played]);
  const findings = useMemo(() => (reading ? untold(reading) : []), [reading]);

  if (!reading) return state.busy ? <Spinner size="small" label="Reading the workbook…" /> : null;
  const canUndo = state.undoable.length > 0;
  if (correcting && tablesOf(reading, correcting).length > 0) {
    return (
      <CorrectionPanel
        kind={correcting}
        reading={reading}
        corrections={corrections}
        canUndo={canUndo}
        actions={actions}
      />
    );
  }

  const isFirst = isFirstStart(reading);
  return (
    <div className={styles.screen}>
      {reading.pendingRestore && (
        <RestoreBar sentence={reading.pendingRestore} onRestore={actions.restore} onDiscard={actions.discardRestore} />
      )}
      {isFirst && (
        <FirstStart
          isEmptyWorkbook={reading.isEmpty}
          nearest={reading.findings.find(({ about }) => about === "no register")?.cell ?? ""}
          onSelect={actions.select}
          onInsertTemplate={actions.insertTemplate}
          onInsertSample={actions.insertSample}
        />
      )}
      <ReadingPlayback played={played} onSelect={actions.select} />
      <AreaCards
        reading={reading}
        findings={findings}
        corrections={corrections}
        locale={locale}
        onSelect={actions.select}
        onOpenCorrection={actions.openCorrection}
        onUseSelection={actions.useSelection}
        onNotUsed={(kind, key) => actions.correct(withoutSideTable(corrections, kind, key))}
        onTarget={(target) => actions.correct(withTarget(corrections, target))}
      />
      <YearsRead reading={reading} />
      {reading.spending && reading.years.length === 0 && (
        <HorizonQuestion horizon={state.horizon ?? usualHorizon} onHorizon={actions.giveHorizon} />
      )}
      <FindingsList
        findings={findings}
        answered={reading.answered}
        told={told}
        onSelect={actions.select}
        onAnswer={(key, choice) => actions.correct(withAnswer(corrections, key, choice))}
        correctionOf={({ cell }) => {
          const kind = tableOfHeading(reading, cell);
          return kind && (() => actions.openCorrection(kind));
        }}
      />
      <CorrectionHistory
        corrections={corrections}
        reading={reading}
        canUndo={canUndo}
        onUndo={actions.undoCorrection}
        onTakeBackAll={actions.takeBackAll}
      />
    </div>
  );
}

/** The ways to start say already that no table was found; not why one that the user gave was not. */
function untold(reading: WorkbookReading): Finding[] {
  return isFirstStart(reading) ? reading.findings.filter(({ about }) => about !== "no register") : reading.findings;
}

/** A bare year has one meaning in the whole plan, and the pane says which. */
function YearsRead({ reading }: { reading: WorkbookReading }) {
  const styles = useStyles();
  const read = reading.years.find(({ label, meaning }) => /^\d{4}$/.test(label.trim()) && label.trim() !== meaning);
  if (!read) return null;
  const where = areaNames[reading.registers.length > 0 ? "levers" : "spending"];
  return (
    <Text size={200} className={styles.note}>
      Years: {read.label} is read as {read.meaning}. Correct it under {where}.
    </Text>
  );
}

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  note: { color: tokens.colorNeutralForeground2 },
});
