import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { Example } from "../../../functions/record";
import { resultCell, resultRows } from "../../words/functions/functionWords";

interface ExampleResultProps {
  result: Example["result"];
  locale: string | undefined;
}

/** What the example answers: a figure, or the cells as they stand in the sheet. */
export function ExampleResult({ result, locale }: ExampleResultProps) {
  const styles = useStyles();
  const rows = resultRows(result);
  if (rows.length === 1 && rows[0]!.length === 1) {
    return <Text className={styles.figure}>= {resultCell(rows[0]![0]!, locale)}</Text>;
  }
  return (
    // A stop for Tab, since a wide table is scrolled by the arrow keys.
    <div className={styles.scroll} role="group" aria-label="Result" {...(rows[0]!.length > 4 ? { tabIndex: 0 } : {})}>
      <table className={styles.table}>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column} className={mergeClasses(styles.cell, typeof cell === "number" && styles.number)}>
                  {resultCell(cell, locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const useStyles = makeStyles({
  figure: { fontVariantNumeric: "tabular-nums" },
  scroll: { overflowX: "auto" },
  table: { borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: {
    padding: `1px ${tokens.spacingHorizontalXS}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    whiteSpace: "nowrap",
  },
  number: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
});
