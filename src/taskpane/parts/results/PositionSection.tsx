import { Field, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Position } from "../../../plan/position";
import { decimalsFor, figure, isNothing, type FigureStyle } from "../../../plan/report/figures";
import { positionBridge } from "../../../plan/report/positionBridge";
import { Fold } from "../Fold";
import { BridgeChart } from "./BridgeChart";

interface PositionSectionProps {
  position: Position;
  style: FigureStyle;
}

/** What the plan does to the position in one year, as a bridge: from the opening to the closing, or from the budget to the gap that is left. */
export function PositionSection({ position, style }: PositionSectionProps) {
  const styles = useStyles();
  const { years, form } = position;
  const [chosen, setChosen] = useState<string | null>(null);
  const found = years.findIndex(({ year }) => year === chosen);
  const at = found < 0 ? years.length - 1 : found;
  const year = years[at];
  if (!year) return null;
  const name = form === "council" ? "Budget and gap" : "Position";
  const steps = positionBridge(position, at);
  const decimals = decimalsFor(steps.map(({ amount }) => amount));
  const money = (amount: number): string => figure(amount, decimals, style);
  const title = [`${name} ${year.year}`, style.unit].filter(Boolean).join(", ");
  const underlying = form === "council" ? "Underlying gap" : "Underlying position";
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
        <Text size={200} className={styles.quiet}>
          {`${underlying}, without what does not come again: ${money(year.underlying)}.`}
          {!isNothing(year.fullYearEffectToCome, decimals) &&
            ` Full-year effect still to come: ${money(year.fullYearEffectToCome)}.`}
        </Text>
      </div>
    </Fold>
  );
}

const useStyles = makeStyles({
  all: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  year: { maxWidth: "160px", "& > *": { minWidth: 0 } },
  quiet: { color: tokens.colorNeutralForeground2 },
});
