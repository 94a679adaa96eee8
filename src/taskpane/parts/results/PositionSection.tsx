import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Position } from "../../../plan/position";
import { figure, isNothing, type FigureStyle } from "../../../plan/report/words/figures";
import { positionBridge } from "../../../plan/report/bridge/positionBridge";
import { Fold } from "../Fold";
import { BridgeChart } from "./BridgeChart";
import { Sentence } from "./Sentence";

interface PositionSectionProps {
  position: Position;
  /** Those of the bridge above. */
  decimals: number;
  style: FigureStyle;
}

/** What the plan does to the position in one year, as a bridge: from the opening to the closing, or from the budget to the gap that is left. */
export function PositionSection({ position, decimals, style }: PositionSectionProps) {
  const styles = useStyles();
  const { years, form } = position;
  const [chosen, setChosen] = useState<string | null>(null);
  const found = years.findIndex(({ year }) => year === chosen);
  const at = found < 0 ? years.length - 1 : found;
  const year = years[at];
  if (!year) return null;
  const name = form === "council" ? "Budget and gap" : "Position";
  const steps = positionBridge(position, at, decimals);
  const money = (amount: number): string => figure(amount, decimals, style);
  const title = [`${name} ${year.year}`, style.unit].filter(Boolean).join(", ");
  const underlying = form === "council" ? "Underlying gap" : "Underlying position";
  const toCome = isNothing(year.fullYearEffectToCome, decimals)
    ? ""
    : ` This year's savings bring ${money(Math.abs(year.fullYearEffectToCome))} ${year.fullYearEffectToCome < 0 ? "less" : "more"} in a full year.`;
  const apart = year.notInSpendingAndFunding ?? 0;
  const notHeld = isNothing(apart, decimals)
    ? ""
    : ` By your Position table ${money(Math.abs(apart))} a year is ${apart < 0 ? "lacking" : "there"} that neither Spending nor Funding shows.`;
  return (
    <Fold title={name}>
      <div className={styles.all}>
        {years.length > 1 && (
          <Field label="Year" size="small" className={styles.year}>
            <Select value={year.year} onChange={(_, { value }) => setChosen(value)}>
              {years.map((one) => (
                <option key={one.year} value={one.year}>
                  {one.year}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <BridgeChart title={title} steps={steps} decimals={decimals} style={style} />
        <Sentence>{`${underlying}, without what does not come again: ${money(year.underlying)}.${toCome}${notHeld}`}</Sentence>
      </div>
    </Fold>
  );
}

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  year: { maxWidth: "160px", "& > *": { minWidth: 0 } },
});
