import {
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from "@fluentui/react-components";
import type { ColumnReading } from "../../../../plan/reading/planReading";
import type { TableKind } from "../../../../plan/tableKinds";
import { useGridKeys } from "../../useGridKeys";
import { ColumnRows } from "./ColumnRows";

interface ColumnsTableProps {
  label: string;
  kind: TableKind;
  columns: readonly ColumnReading[];
  /** That a column can be of. */
  years: readonly string[];
  onSelect: (address: string) => void;
  onMeaning: (heading: string, meaning: string) => void;
  onWord: (heading: string, word: string, means: string | null) => void;
}

/** Heading in the sheet, first values, meaning: a row for each column, with arrow keys among its cells. */
export function ColumnsTable({ label, kind, columns, years, onSelect, onMeaning, onWord }: ColumnsTableProps) {
  const styles = useStyles();
  const { frame, onKeyDown } = useGridKeys();
  return (
    <div ref={frame}>
      <Table size="extra-small" role="grid" aria-label={label} className={styles.table}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.heading}>Heading</TableHeaderCell>
            <TableHeaderCell className={styles.values}>Values</TableHeaderCell>
            <TableHeaderCell className={styles.meaning}>Means</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody onKeyDown={onKeyDown}>
          {columns.map((column) => (
            <ColumnRows
              key={column.address}
              kind={kind}
              column={column}
              years={years}
              onSelect={onSelect}
              onMeaning={onMeaning}
              onWord={onWord}
            />
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

const useStyles = makeStyles({
  table: { tableLayout: "fixed", width: "100%" },
  heading: { width: "31%", paddingLeft: 0, paddingRight: tokens.spacingHorizontalXS },
  values: { paddingLeft: 0, paddingRight: tokens.spacingHorizontalXS },
  meaning: {
    width: "45%",
    paddingLeft: 0,
    paddingRight: 0,
    // Of "Amount in 2026/27" the year must be seen.
    "@media (max-width: 360px)": { width: "148px" },
  },
});
