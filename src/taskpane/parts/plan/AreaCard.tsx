import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons";
import type { PlanReading, TableReading } from "../../../plan/reading/planReading";
import type { TableKind } from "../../../plan/tableKinds";
import { count } from "../../../plan/report/words/figures";
import { areaNames, tablesOf, type AreaFindings } from "../../words/plan/planAreas";
import { tableContents } from "../../words/plan/tableContents";
import { CellLink } from "../CellLink";
import { AreaFrame } from "./AreaFrame";

interface AreaCardProps {
  kind: TableKind;
  reading: PlanReading;
  found: AreaFindings;
  onSelect: (address: string) => void;
  onCorrect: () => void;
  onUseSelection: () => void;
}

/** A table that was found, or the way to say where it is. */
export function AreaCard({ kind, reading, found, onSelect, onCorrect, onUseSelection }: AreaCardProps) {
  const styles = useStyles();
  const tables = tablesOf(reading, kind);
  const isThere = tables.length > 0;
  const name = areaNames[kind];
  return (
    <AreaFrame
      area={kind}
      isThere={isThere}
      found={found}
      place={tables.map(({ address }) => (
        <CellLink key={address} address={address} onSelect={onSelect} />
      ))}
      summary={<Text size={200}>{isThere ? summaryOf(kind, tables) : `Not found. ${tableContents[kind]}`}</Text>}
      action={
        isThere ? (
          <Button
            id={correctButtonId(kind)}
            appearance="subtle"
            size="small"
            icon={<EditRegular />}
            aria-label={`Correct ${name}`}
            title={`Correct what was understood of ${name}`}
            onClick={onCorrect}
          />
        ) : (
          <Button
            size="small"
            className={styles.use}
            onClick={onUseSelection}
            aria-label={`Use the selection as ${name}`}
          >
            Use the selection
          </Button>
        )
      }
    />
  );
}

/** Where the focus returns when the correction closes. */
export function correctButtonId(kind: TableKind): string {
  return `correct-${kind}`;
}

/** "13 rows, 1 left out · 2 columns unsure"; of Spending and Funding what their own line says. */
function summaryOf(kind: TableKind, tables: readonly TableReading[]): string {
  if (kind !== "levers") return tables.map(({ summary }) => summary).join(", ");
  const sum = (of: (table: TableReading) => number): number => tables.reduce((total, table) => total + of(table), 0);
  const leftOut = sum((table) => table.leftOut.length);
  const unsure = sum(({ columns }) => columns.filter(({ sureness }) => sureness === "unsure").length);
  return [
    `${count(
      sum(({ rowCount }) => rowCount),
      "row",
    )}${leftOut > 0 ? `, ${leftOut} left out` : ""}`,
    unsure > 0 && `${count(unsure, "column")} unsure`,
  ]
    .filter(Boolean)
    .join(" · ");
}

const useStyles = makeStyles({ use: { flexShrink: 0, whiteSpace: "nowrap", marginTop: tokens.spacingVerticalXXS } });
