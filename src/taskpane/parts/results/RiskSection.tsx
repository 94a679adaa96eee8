import { Button, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { Breakdown } from "../../../plan/breakdown";
import type { PlanSimulation } from "../../../plan/planSimulation";
import { percent, plainFigure, type FigureStyle } from "../../../plan/report/words/figures";
import { amountDecimals } from "../../../plan/report/numberFormats";
import { riskSentences, uncertainLevers } from "../../words/riskWords";
import { unseen } from "../unseen";
import { amount, axis, chart, edge, thickness } from "./barPlot";
import { Sentence } from "./Sentence";

interface RiskSectionProps {
  breakdown: Breakdown;
  /** Null until it was asked for. */
  simulation: PlanSimulation | null;
  style: FigureStyle;
  onSimulate: () => void;
}

/** How sure anyone can be: the sentence, the savings of each year from P10 to P90, and the levers on which the uncertainty rests. */
export function RiskSection({ breakdown, simulation, style, onSimulate }: RiskSectionProps) {
  const styles = useStyles();
  const frame = useRef<HTMLElement>(null);
  // The button that asked for it is gone once it is there.
  useEffect(() => {
    if (simulation && document.activeElement === document.body) frame.current?.focus({ preventScroll: true });
  }, [simulation]);
  const [headline, ...sentences] = simulation ? riskSentences(breakdown, simulation, style) : [];
  return (
    <section ref={frame} tabIndex={-1} aria-label="Risk" className={styles.section}>
      <Text as="h2" weight="semibold" className={styles.title}>
        Risk
      </Text>
      {!simulation && (
        <>
          <Text size={200} className={styles.quiet}>
            Draws how much of each lever is delivered, from its low to its high, and says how likely the plan meets its
            gap.
          </Text>
          <Button className={styles.button} size="small" onClick={onSimulate}>
            Assess the risk
          </Button>
        </>
      )}
      {simulation && (
        <div role="status" className={styles.sentences}>
          {headline && <Sentence>{headline}</Sentence>}
          {sentences.map((sentence) => (
            <Text key={sentence} as="p" size={200} className={mergeClasses(styles.quiet, styles.line)}>
              {sentence}
            </Text>
          ))}
        </div>
      )}
      {simulation && <Fan breakdown={breakdown} simulation={simulation} style={style} />}
      {simulation && <Tornado breakdown={breakdown} simulation={simulation} style={style} />}
    </section>
  );
}

interface ChartProps {
  breakdown: Breakdown;
  simulation: PlanSimulation;
  style: FigureStyle;
}

/** A row a year: a bar from P10 to P90 with a mark at P50. It is a table, so that it is read by a screen reader too. */
function Fan({ breakdown, simulation, style }: ChartProps) {
  const styles = useStyles();
  const { p10, p50, p90 } = simulation;
  const { years } = breakdown;
  const decimals = amountDecimals(breakdown);
  const most = Math.max(...p90, 0);
  const least = Math.min(...p10, 0);
  const place = (value: number): number => (100 * (value - least)) / (most - least || 1);
  const title = ["Savings, P10 to P90", style.unit].filter(Boolean).join(", ");
  return (
    <table aria-label={title} className={styles.chart}>
      <caption className={styles.caption}>{title}</caption>
      <thead className={styles.unseen}>
        <tr>
          <th scope="col">Year</th>
          <td aria-hidden />
          <th scope="col">P50, P10 to P90</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year, at) => {
          const [low, middle, high] = [p10[at] ?? 0, p50[at] ?? 0, p90[at] ?? 0];
          const [shownLow, shownMiddle, shownHigh] = [low, middle, high].map((value) =>
            plainFigure(value, decimals, style),
          );
          return (
            <tr key={year}>
              <th scope="row" className={styles.name}>
                {year}
              </th>
              <td aria-hidden className={styles.plot}>
                <div className={styles.axis} style={{ left: `${place(0)}%` }} />
                <div
                  className={styles.range}
                  style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }}
                />
                <div className={styles.mark} style={{ left: `${place(middle)}%` }} />
              </td>
              <td className={styles.amount}>
                <span className={styles.strong}>{shownMiddle}</span>
                <span className={styles.between}>
                  {shownLow} to {shownHigh}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The largest shares of the uncertainty, a bar each. */
function Tornado({ breakdown, simulation, style }: ChartProps) {
  const styles = useStyles();
  const rows = uncertainLevers(breakdown, simulation, mostShown);
  const [first] = rows;
  if (!first) return null;
  const title = "What the uncertainty rests on";
  return (
    <table aria-label={title} className={styles.chart}>
      <caption className={styles.caption}>{title}</caption>
      <thead className={styles.unseen}>
        <tr>
          <th scope="col">Lever</th>
          <td aria-hidden />
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, share }, index) => (
          <tr key={`${name} ${index}`}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            <td aria-hidden className={styles.plot}>
              <div
                className={mergeClasses(styles.range, styles.solid)}
                style={{ left: 0, width: `${Math.max(0, (100 * share) / Math.abs(first.share))}%` }}
              />
            </td>
            <td className={styles.amount}>{percent(share, style)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const mostShown = 8;

const useStyles = makeStyles({
  section: { outlineStyle: "none", display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  title: { margin: 0 },
  line: { margin: 0 },
  sentences: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  button: { alignSelf: "flex-start" },
  unseen,
  chart,
  caption: { textAlign: "left", fontWeight: tokens.fontWeightSemibold, paddingBottom: tokens.spacingVerticalXXS },
  name: {
    width: "34%",
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXXS} 0`,
    textAlign: "left",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  plot: { position: "relative", height: "32px", padding: 0 },
  amount,
  strong: { display: "block", fontWeight: tokens.fontWeightSemibold },
  between: { display: "block", color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase100 },
  axis,
  range: {
    position: "absolute",
    top: edge,
    height: `${thickness}px`,
    minWidth: "2px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground2,
    outline: `1px solid ${tokens.colorBrandForeground1}`,
    outlineOffset: "-1px",
    forcedColorAdjust: "none",
    "@media (forced-colors: active)": { backgroundColor: "Canvas", outlineColor: "Highlight" },
  },
  solid: {
    backgroundColor: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  mark: {
    position: "absolute",
    top: `calc(50% - ${thickness / 2 + 3}px)`,
    height: `${thickness + 6}px`,
    borderLeft: `2px solid ${tokens.colorNeutralForeground1}`,
    marginLeft: "-1px",
  },
});
