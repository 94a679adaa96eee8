import {
  Button,
  makeStyles,
  mergeClasses,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import { isNothing, percent, plainFigure, type FigureStyle } from "../../../plan/report/words/figures";
import type { Shares, ShareRow } from "../../words/shares";
import { useGridKeys } from "../useGridKeys";

interface SharesTableProps {
  /** What the rows are: "Group". */
  heading: string;
  shares: Shares;
  style: FigureStyle;
}

type SortBy = "name" | "amount";

/** Each part of the saving, as an amount and a share, down to a total; what rounding leaves has a line of its own. */
export function SharesTable({ heading, shares, style }: SharesTableProps) {
  const styles = useStyles();
  const { frame, onKeyDown } = useGridKeys();
  const [sort, setSort] = useState<{ by: SortBy; direction: "ascending" | "descending" }>({
    by: "amount",
    direction: "descending",
  });
  const [showsAll, setShowsAll] = useState(false);
  const { rows, saving, overlap, decimals, rounding, year } = shares;
  const sorted = sortRows(rows, sort.by, sort.direction);
  const shown = showsAll ? sorted : sorted.slice(0, shownAtFirst);
  const money = (value: number) => plainFigure(value, decimals, style);
  const title = [`Savings of ${year}`, style.unit].filter(Boolean).join(", ");

  const headerProps = (by: SortBy) => ({
    ...(sort.by === by ? { sortDirection: sort.direction } : {}),
    onClick: () =>
      setSort({
        by,
        direction: sort.by === by && sort.direction === firstWay[by] ? otherWay[firstWay[by]] : firstWay[by],
      }),
  });

  return (
    <div ref={frame} className={styles.frame}>
      <Text as="h2" weight="semibold" className={styles.title}>
        {title}
      </Text>
      <Table size="extra-small" sortable aria-label={`${title}, by ${heading.toLowerCase()}`} role="grid">
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.heading} {...headerProps("name")}>
              {heading}
            </TableHeaderCell>
            <TableHeaderCell className={styles.amount} {...headerProps("amount")}>
              Amount
            </TableHeaderCell>
            <TableHeaderCell className={styles.share} sortable={false}>
              Share
            </TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody onKeyDown={onKeyDown}>
          {shown.map((row, index) => (
            <Line
              key={`${row.name} ${index}`}
              name={row.name}
              amount={money(row.amount)}
              share={row.share === null ? "" : percent(row.share, style)}
            />
          ))}
          {shown.length < rows.length && (
            <Line
              name={`${rows.length - shown.length} more`}
              amount={money(sorted.slice(shown.length).reduce((sum, row) => sum + row.amount, 0))}
              share=""
            />
          )}
          {overlap !== 0 && (
            <Line
              name={overlap < 0 ? "Counted more than once" : "Shared by overlaps"}
              amount={money(overlap)}
              share=""
            />
          )}
          {!isNothing(rounding, decimals) && <Line name="Rounding" amount={money(rounding)} share="" />}
          <Line name="Combined saving" amount={money(saving)} share={saving === 0 ? "" : percent(1, style)} isTotal />
        </TableBody>
      </Table>
      {shown.length < rows.length && (
        <Button appearance="subtle" size="small" onClick={() => setShowsAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </div>
  );
}

const shownAtFirst = 40;
const firstWay = { name: "ascending", amount: "descending" } as const;
const otherWay = { ascending: "descending", descending: "ascending" } as const;

interface LineProps {
  name: string;
  amount: string;
  share: string;
  isTotal?: boolean;
}

function Line({ name, amount, share, isTotal = false }: LineProps) {
  const styles = useStyles();
  const weight = mergeClasses(styles.size, isTotal && styles.total);
  return (
    <TableRow>
      <TableCell className={mergeClasses(styles.name, weight)}>{name}</TableCell>
      <TableCell className={mergeClasses(styles.amount, styles.number, weight)}>{amount}</TableCell>
      <TableCell className={mergeClasses(styles.share, styles.number, weight)}>{share}</TableCell>
    </TableRow>
  );
}

function sortRows(rows: readonly ShareRow[], by: SortBy, direction: "ascending" | "descending"): ShareRow[] {
  const order = direction === "ascending" ? 1 : -1;
  return [...rows].sort((a, b) => order * (by === "name" ? a.name.localeCompare(b.name) : a.amount - b.amount));
}

const useStyles = makeStyles({
  frame: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  heading: { paddingLeft: 0 },
  name: {
    paddingLeft: 0,
    overflowWrap: "break-word",
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  amount: { width: "84px", "& > button": { justifyContent: "flex-end" } },
  share: { width: "52px", paddingRight: 0, "& > div": { justifyContent: "flex-end" } },
  number: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  size: { fontSize: tokens.fontSizeBase200 },
  total: { fontWeight: tokens.fontWeightSemibold },
});
