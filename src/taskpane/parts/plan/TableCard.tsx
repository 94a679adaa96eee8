import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, EditRegular, SubtractCircleRegular, WarningFilled } from "@fluentui/react-icons";
import type { TableReading } from "../../../plan/reading/planReading";
import { tableNames, type TableKind } from "../../../plan/tableKinds";
import { tableContents } from "../../words/tableContents";
import { CellLink } from "../CellLink";

interface TableCardProps {
  kind: TableKind;
  /** Null where no such table was found. */
  table: TableReading | null;
  onSelect: (address: string) => void;
  onCorrect: () => void;
  onUseSelection: () => void;
}

/** What was understood of one table: found, unsure of a column, or missing. */
export function TableCard({ kind, table, onSelect, onCorrect, onUseSelection }: TableCardProps) {
  const styles = useStyles();
  const name = tableNames[kind];
  const isUnsure = table?.columns.some((column) => column.sureness === "unsure");

  return (
    <div role="group" aria-label={name} className={styles.card}>
      <div className={styles.row}>
        <StateIcon state={!table ? "missing" : isUnsure ? "unsure" : "found"} />
        <div className={styles.words}>
          <div className={styles.titleRow}>
            <Text as="h2" weight="semibold" className={styles.name}>
              {name}
            </Text>
            {table && <CellLink address={table.address} onSelect={onSelect} />}
          </div>
          <Text size={200} className={styles.summary}>
            {table ? table.summary : `Not found. ${tableContents[kind]}`}
          </Text>
        </div>
        {table && (
          <Button
            id={correctButtonId(kind)}
            appearance="subtle"
            icon={<EditRegular />}
            aria-label={`Correct ${name}`}
            title={`Correct what was understood of ${name}`}
            onClick={onCorrect}
          />
        )}
      </div>
      {!table && (
        <Button
          size="small"
          className={styles.use}
          onClick={onUseSelection}
          aria-label={`Use the selection as ${name}`}
        >
          Use the selection
        </Button>
      )}
    </div>
  );
}

/** Where the focus returns when the correction closes. */
export function correctButtonId(kind: TableKind): string {
  return `correct-${kind}`;
}

function StateIcon({ state }: { state: "found" | "unsure" | "missing" }) {
  const styles = useStyles();
  if (state === "found")
    return <CheckmarkCircleFilled className={mergeClasses(styles.icon, styles.found)} aria-label="Found" />;
  if (state === "unsure")
    return <WarningFilled className={mergeClasses(styles.icon, styles.unsure)} aria-label="Unsure" />;
  return <SubtractCircleRegular className={mergeClasses(styles.icon, styles.missing)} aria-label="Not found" />;
}

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  row: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "flex-start" },
  words: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
  titleRow: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  name: { margin: 0 },
  summary: { color: tokens.colorNeutralForeground2 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  found: { color: tokens.colorStatusSuccessForeground3 },
  unsure: { color: tokens.colorStatusWarningForeground3 },
  missing: { color: tokens.colorNeutralForeground3 },
  use: { alignSelf: "flex-start", marginLeft: tokens.spacingHorizontalXXL },
});
