import { makeStyles, Text } from "@fluentui/react-components";
import type { PlanReading } from "../../../plan/reading/planReading";
import { decimalsFor, figure, plainFigure } from "../../../plan/report/words/figures";
import type { AreaFindings } from "../../words/plan/planAreas";
import { readNumber } from "../../words/readNumber";
import { CellLink } from "../CellLink";
import { AreaFrame } from "./AreaFrame";
import { TextField } from "../TextField";

interface TargetCardProps {
  reading: PlanReading;
  /** What the user gave; it goes before the sheet's own. */
  given: number | null;
  found: AreaFindings;
  locale: string | undefined;
  onSelect: (address: string) => void;
  onTarget: (target: number | null) => void;
}

/** What is to be saved in the last year: one number, the sheet's own where it has one. */
export function TargetCard({ reading, given, found, locale, onSelect, onTarget }: TargetCardProps) {
  const styles = useStyles();
  const { plan, target } = reading;
  const unit = plan?.unit ?? "";
  const year = plan?.years.at(-1) ?? "";
  const inSheet = target && target.cell !== "" ? { cell: target.cell, amount: target.byYear.at(-1) ?? null } : null;
  const plain = (amount: number): string => plainFigure(amount, decimalsOf(amount), { locale, unit: "" });
  const take = (text: string): string | null => {
    const read = text === "" ? { number: null } : readNumber(text, locale);
    if ("problem" in read) return read.problem;
    if (read.number !== null && read.number < 0) return "A target of 0 or more is needed.";
    if (read.number !== given) onTarget(read.number);
    return null;
  };
  return (
    <AreaFrame
      area="target"
      isThere={target !== null || given !== null}
      found={found}
      summary={
        inSheet ? (
          <Text size={200}>
            {inSheet.amount !== null &&
              `${figure(inSheet.amount, decimalsFor([inSheet.amount]), { locale, unit })} in ${year}, from `}
            <CellLink address={inSheet.cell} onSelect={onSelect} />
          </Text>
        ) : (
          <Text size={200}>{given === null ? "None given" : `In ${year}`}</Text>
        )
      }
      action={
        <TextField
          label={`Target${year && ` for ${year}`}${unit && `, ${unit}`}`}
          isLabelHidden
          isNumber
          className={styles.field}
          value={given === null ? "" : plain(given)}
          example={inSheet === null || inSheet.amount === null ? "" : plain(inSheet.amount)}
          unit={unit}
          onValue={take}
        />
      }
    />
  );
}

/** As many as it was given with. */
function decimalsOf(value: number): number {
  return Math.min(6, String(value).split(".")[1]?.length ?? 0);
}

const useStyles = makeStyles({
  field: { flexShrink: 0, width: "120px" },
});
