import { makeStyles, Spinner, Text, tokens } from "@fluentui/react-components";
import { tableKinds } from "../../plan/tableKinds";
import type { WorkbookReading } from "../../workbook/read/readWorkbookPlan";
import { FindingsList } from "../parts/plan/FindingsList";
import { FirstStart } from "../parts/plan/FirstStart";
import { lazyPart } from "../parts/lazyPart";
import { RestoreBar } from "../parts/RestoreBar";
import { correctButtonId, TableCard } from "../parts/plan/TableCard";
import { useFocusReturn } from "../parts/useFocusReturn";
import type { PaneActions } from "../state/paneActions";
import { isFirstStart, unsureTable } from "../state/paneFacts";
import type { PaneState } from "../state/paneState";

const CorrectionPanel = lazyPart(
  async () => (await import(/* webpackChunkName: "columns" */ "../parts/plan/CorrectionPanel")).CorrectionPanel,
);
const HorizonQuestion = lazyPart(
  async () => (await import(/* webpackChunkName: "columns" */ "../parts/plan/HorizonQuestion")).HorizonQuestion,
);

/** What the plan takes where nobody says. */
const usualHorizon = 5;

interface PlanScreenProps {
  state: PaneState;
  actions: PaneActions;
}

/** Did it understand my tables? */
export function PlanScreen({ state, actions }: PlanScreenProps) {
  const styles = useStyles();
  const { reading, correcting } = state;
  useFocusReturn(correcting && correctButtonId(correcting));

  if (!reading) return state.busy ? <Spinner size="small" label="Reading the workbook…" /> : null;
  const table = correcting && reading[correcting];
  if (table) {
    return (
      <CorrectionPanel
        table={table}
        reading={reading}
        corrections={state.corrections}
        onCorrect={actions.correct}
        onUseSelection={() => actions.useSelection(table.kind)}
        onSelect={actions.select}
        onClose={() => actions.openCorrection(null)}
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
          onInsertTemplate={actions.insertTemplate}
          onInsertSample={actions.insertSample}
        />
      )}
      <div className={styles.cards}>
        {tableKinds.map((kind) => (
          <TableCard
            key={kind}
            kind={kind}
            table={reading[kind]}
            onSelect={actions.select}
            onCorrect={() => actions.openCorrection(kind)}
            onUseSelection={() => actions.useSelection(kind)}
          />
        ))}
      </div>
      <YearsRead reading={reading} />
      {reading.spending && reading.years.length === 0 && (
        <HorizonQuestion horizon={state.horizon ?? usualHorizon} onHorizon={actions.giveHorizon} />
      )}
      {!isFirst && (
        <FindingsList
          findings={reading.findings}
          onSelect={actions.select}
          correctionOf={({ cell }) => {
            const kind = unsureTable(reading, cell);
            return kind && (() => actions.openCorrection(kind));
          }}
        />
      )}
    </div>
  );
}

/** A bare year has one meaning in the whole plan, and the pane says which. */
function YearsRead({ reading }: { reading: WorkbookReading }) {
  const styles = useStyles();
  const read = reading.years.find(({ label, meaning }) => /^\d{4}$/.test(label.trim()) && label.trim() !== meaning);
  if (!read) return null;
  return (
    <Text size={200} className={styles.note}>
      Years: {read.label} is read as {read.meaning}. Correct it under Spending.
    </Text>
  );
}

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  cards: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  note: { color: tokens.colorNeutralForeground2 },
});
