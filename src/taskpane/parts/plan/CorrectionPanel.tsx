import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ColumnReading, Corrections, PlanReading, TableReading } from "../../../plan/reading/planReading";
import { tableNames } from "../../../plan/tableKinds";
import { CellLink } from "../CellLink";
import { ColumnCorrection } from "./ColumnCorrection";
import { PlanBasisFields } from "./PlanBasisFields";
import { SubScreenHead } from "../SubScreenHead";
import { useSubScreen } from "../useSubScreen";

interface CorrectionPanelProps {
  table: TableReading;
  reading: PlanReading;
  corrections: Corrections;
  onCorrect: (corrections: Corrections) => void;
  onUseSelection: () => void;
  onSelect: (address: string) => void;
  onClose: () => void;
}

/** Heading in the sheet → meaning, for every column of one table; each change is read again at once. Esc closes. */
export function CorrectionPanel(props: CorrectionPanelProps) {
  const { table, reading, corrections, onCorrect, onUseSelection, onSelect, onClose } = props;
  const styles = useStyles();
  const frame = useSubScreen(onClose);
  const name = tableNames[table.kind];
  // What needs an answer stands at the top, and stays there once answered.
  const [unsureAtFirst] = useState(() => table.columns.filter(isUnsure).map(({ address }) => address));
  const asked = table.columns.filter(({ address }) => unsureAtFirst.includes(address));
  const others = table.columns.filter(({ address }) => !unsureAtFirst.includes(address));

  return (
    <section ref={frame} aria-label={`Correct ${name}`} className={styles.panel}>
      <SubScreenHead back="Back to the plan" title={name} onBack={onClose}>
        <CellLink address={table.address} onSelect={onSelect} />
      </SubScreenHead>
      <Text size={200} className={styles.lead}>
        What each column means. A change is read again at once and kept in the workbook.
      </Text>
      {table.kind === "spending" && (
        <PlanBasisFields reading={reading} corrections={corrections} onCorrect={onCorrect} />
      )}
      <ul className={styles.list}>
        {[...asked, ...others].map((column) => (
          <ColumnCorrection
            key={column.address}
            kind={table.kind}
            column={column}
            onSelect={onSelect}
            onMeaning={(meaning) =>
              onCorrect({ ...corrections, headings: { ...corrections.headings, [column.address]: meaning } })
            }
          />
        ))}
      </ul>
      <Button size="small" className={styles.use} onClick={onUseSelection}>
        Use the selection as {name} instead
      </Button>
    </section>
  );
}

function isUnsure({ sureness }: ColumnReading): boolean {
  return sureness === "unsure";
}

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column" },
  lead: { color: tokens.colorNeutralForeground2, paddingTop: tokens.spacingVerticalXS },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  use: { alignSelf: "flex-start", marginTop: tokens.spacingVerticalM },
});
