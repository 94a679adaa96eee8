import { Field, Input, makeStyles, Text } from "@fluentui/react-components";
import { useState } from "react";
import type { PlanReading } from "../../../plan/reading/planReading";
import { decimalsFor, figure, plainFigure } from "../../../plan/report/figures";
import type { AreaFindings } from "../../words/planAreas";
import { readNumber } from "../../words/readNumber";
import { CellLink } from "../CellLink";
import { AreaFrame } from "./AreaFrame";

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
  const [typed, setTyped] = useState<string | null>(null);
  const { plan, target } = reading;
  const unit = plan?.unit ?? "";
  const year = plan?.years.at(-1) ?? "";
  const inSheet = target && target.cell !== "" ? { cell: target.cell, amount: target.byYear.at(-1) ?? null } : null;
  const value = given === null ? "" : plainFigure(given, decimalsOf(given), { locale, unit: "" });
  const number = typed === null || typed.trim() === "" ? null : readNumber(typed, locale);
  const isWrong = typed !== null && typed.trim() !== "" && number === null;
  const take = () => {
    if (typed === null || isWrong) return;
    if (number !== given) onTarget(number);
    setTyped(null);
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
        <Field
          size="small"
          className={styles.field}
          {...(isWrong && { validationMessage: "A number is needed, such as 13,000." })}
        >
          <Input
            aria-label={`Target${year && ` for ${year}`}${unit && `, ${unit}`}`}
            inputMode="decimal"
            className={styles.input}
            input={{ className: styles.digits }}
            value={typed ?? value}
            placeholder={
              inSheet === null || inSheet.amount === null
                ? ""
                : plainFigure(inSheet.amount, decimalsOf(inSheet.amount), { locale, unit: "" })
            }
            contentAfter={<Text size={200}>{unit}</Text>}
            onChange={(_, data) => setTyped(data.value)}
            onBlur={take}
            onKeyDown={(event) => event.key === "Enter" && take()}
          />
        </Field>
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
  input: { minWidth: 0, width: "100%" },
  digits: { textAlign: "right", minWidth: 0 },
});
