import { Field, makeStyles, mergeClasses, Select, Text, tokens } from "@fluentui/react-components";
import { CheckmarkRegular, SubtractRegular, WarningRegular } from "@fluentui/react-icons";
import type { ColumnReading } from "../../../plan/reading/planReading";
import type { TableKind } from "../../../plan/tableKinds";
import { meaningChoices } from "../../words/meaningNames";
import { CellLink } from "../CellLink";

interface ColumnCorrectionProps {
  kind: TableKind;
  column: ColumnReading;
  onSelect: (address: string) => void;
  onMeaning: (meaning: string) => void;
}

/** One column: its heading in the sheet, its first values, and what it means, to be changed. */
export function ColumnCorrection({ kind, column, onSelect, onMeaning }: ColumnCorrectionProps) {
  const styles = useStyles();
  const heading = column.heading || "(no heading)";
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.heading}>
          {heading}
        </Text>
        <CellLink address={column.address} onSelect={onSelect} />
      </div>
      {column.firstValues.length > 0 && (
        <Text size={200} className={styles.values}>
          {column.firstValues.join(" · ")}
        </Text>
      )}
      <Field className={styles.field}>
        <Select
          size="small"
          aria-label={`Meaning of ${heading}`}
          value={column.sureness === "ignored" ? "ignored" : column.meaning}
          onChange={(_, { value }) => onMeaning(value)}
        >
          {meaningChoices(kind, column).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Sureness column={column} />
    </li>
  );
}

function Sureness({ column }: { column: ColumnReading }) {
  const styles = useStyles();
  if (column.sureness === "unsure") {
    return (
      <Text size={200} className={mergeClasses(styles.sureness, styles.unsure)}>
        <WarningRegular aria-hidden className={styles.icon} /> Unsure: {column.why}
      </Text>
    );
  }
  const isSure = column.sureness === "sure";
  return (
    <Text size={200} className={mergeClasses(styles.sureness, styles.quiet)}>
      {isSure ? (
        <CheckmarkRegular aria-hidden className={styles.icon} />
      ) : (
        <SubtractRegular aria-hidden className={styles.icon} />
      )}{" "}
      {isSure ? "Sure" : `Not used: ${column.why}`}
    </Text>
  );
}

const useStyles = makeStyles({
  item: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXXS,
    paddingTop: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, justifyContent: "space-between" },
  heading: { overflowWrap: "anywhere", minWidth: 0 },
  values: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  field: { maxWidth: "320px", "& > *": { minWidth: 0 } },
  sureness: { display: "flex", columnGap: tokens.spacingHorizontalXS, overflowWrap: "anywhere" },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase400 },
  unsure: { color: tokens.colorStatusWarningForeground3 },
  quiet: { color: tokens.colorNeutralForeground3 },
});
