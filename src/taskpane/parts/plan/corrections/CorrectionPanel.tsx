import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useCallback, useMemo } from "react";
import type { Corrections } from "../../../../plan/reading/planReading";
import type { TableKind } from "../../../../plan/tableKinds";
import type { WorkbookReading } from "../../../../workbook/read/readWorkbookPlan";
import { withCarried, withMeaning, withRow, withWord } from "../../../state/corrections";
import type { PaneActions } from "../../../state/paneActions";
import { yearChoices } from "../../../words/plan/meaningNames";
import { notedRows } from "../../../words/plan/notedRows";
import { areaNames, tablesOf } from "../../../words/plan/planAreas";
import { CellLink } from "../../CellLink";
import { SubScreenHead } from "../../SubScreenHead";
import { useSubScreen } from "../../useSubScreen";
import { CarriedPart } from "../CarriedPart";
import { CorrectionHistory } from "./CorrectionHistory";
import { PlanBasisFields } from "../PlanBasisFields";
import { RowsPart } from "./RowsPart";
import { TableColumns } from "./TableColumns";

interface CorrectionPanelProps {
  kind: TableKind;
  reading: WorkbookReading;
  corrections: Corrections;
  canUndo: boolean;
  actions: PaneActions;
}

/** Everything that was understood of a table, to be corrected: columns, words, rows, where it is. Each change is read again at once. Esc closes. */
export function CorrectionPanel({ kind, reading, corrections, canUndo, actions }: CorrectionPanelProps) {
  const styles = useStyles();
  const close = useCallback(() => actions.openCorrection(null), [actions]);
  const frame = useSubScreen(close);
  const name = areaNames[kind];
  const tables = tablesOf(reading, kind);
  const years = useMemo(() => yearChoices(reading), [reading]);
  return (
    <section ref={frame} aria-label={`Correct ${name}`} className={styles.panel}>
      <SubScreenHead back="Back to the plan" title={name} onBack={close}>
        {tables.length === 1 && tables[0] && <CellLink address={tables[0].address} onSelect={actions.select} />}
      </SubScreenHead>
      <CorrectionHistory
        corrections={corrections}
        reading={reading}
        canUndo={canUndo}
        onUndo={actions.undoCorrection}
        onTakeBackAll={actions.takeBackAll}
      />
      <PlanBasisFields reading={reading} corrections={corrections} onCorrect={actions.correct} />
      {tables.map((table) => (
        <div key={table.address} className={styles.panel}>
          {tables.length > 1 && (
            <Text as="h3" weight="semibold" className={styles.title}>
              <CellLink address={table.address} onSelect={actions.select} />
            </Text>
          )}
          <TableColumns
            table={table}
            years={years}
            onSelect={actions.select}
            onMeaning={(heading, meaning) => actions.correct(withMeaning(corrections, heading, meaning))}
            onWord={(heading, word, means) => actions.correct(withWord(corrections, heading, word, means))}
          />
          {kind === "levers" && (
            <CarriedPart
              table={table}
              corrections={corrections}
              onCarried={(heading, isCarried) => actions.correct(withCarried(corrections, heading, isCarried))}
            />
          )}
          <RowsPart
            rows={notedRows(table, corrections, reading)}
            onSelect={actions.select}
            onRow={(cell, row) => actions.correct(withRow(corrections, cell, row))}
            onLeaveOutSelected={() => actions.leaveOutSelected(kind)}
          />
        </div>
      ))}
      <Button size="small" className={styles.use} onClick={() => actions.useSelection(kind)}>
        {kind === "levers" ? "This is my register: use the selection" : `Use the selection as ${name} instead`}
      </Button>
    </section>
  );
}

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  title: { margin: 0, overflowWrap: "anywhere" },
  use: { alignSelf: "flex-start" },
});
