import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { isEnd, type BridgeStep } from "../../../plan/report/bridge/bridge";
import { change, plainFigure, type FigureStyle } from "../../../plan/report/words/figures";
import { stepName } from "../../words/stepName";
import { unseen } from "../unseen";
import { amount, axis, chart, edge, thickness } from "./barPlot";

interface BridgeChartProps {
  /** What the figures are: "Bridge 2020/21, £bn". */
  title: string;
  steps: readonly BridgeStep[];
  decimals: number;
  style: FigureStyle;
}

/**
 * The bridge lying on its side, a floating bar for each step, so that long names stay whole in a narrow pane. It is a table:
 * a screen reader reads each step with its amount, and signs say what colours show.
 */
export function BridgeChart({ title, steps, decimals, style }: BridgeChartProps) {
  const styles = useStyles();
  const scale = scaleOf(steps);
  return (
    <table aria-label={title} className={styles.chart}>
      <thead className={styles.unseen}>
        <tr>
          <th scope="col">Step</th>
          <td aria-hidden />
          <th scope="col">Amount{style.unit && `, ${style.unit}`}</th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step, index) => (
          <tr key={`${step.name} ${index}`}>
            <th scope="row" className={mergeClasses(styles.name, isEnd(step) && styles.strong)}>
              <span className={styles.twoLines} title={stepName(step, decimals)}>
                {stepName(step, decimals)}
              </span>
            </th>
            <td aria-hidden className={styles.plot}>
              <FloatingBar step={step} before={steps[index - 1]} isLast={index === steps.length - 1} scale={scale} />
            </td>
            <td className={mergeClasses(styles.amount, isEnd(step) && styles.strong)}>
              {isEnd(step)
                ? plainFigure(step.amount, decimals, style)
                : change(step.amount, decimals, { ...style, unit: "" })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FloatingBarProps {
  step: BridgeStep;
  before: BridgeStep | undefined;
  isLast: boolean;
  scale: Scale;
}

function FloatingBar({ step, before, isLast, scale }: FloatingBarProps) {
  const styles = useStyles();
  const left = scale.percent(step.from);
  return (
    <>
      <div className={styles.axis} style={{ left: `${scale.percent(0)}%` }} />
      {before && (
        <div className={mergeClasses(styles.link, styles.above)} style={{ left: `${scale.percent(before.after)}%` }} />
      )}
      <div
        className={mergeClasses(styles.bar, step.amount !== 0 && styles.seen, styles[step.kind])}
        style={{ left: `${left}%`, width: `${scale.percent(step.to) - left}%` }}
      />
      {!isLast && (
        <div className={mergeClasses(styles.link, styles.below)} style={{ left: `${scale.percent(step.after)}%` }} />
      )}
    </>
  );
}

interface Scale {
  /** 0–100 across the plot. */
  percent(value: number): number;
}

function scaleOf(steps: readonly BridgeStep[]): Scale {
  const least = Math.min(0, ...steps.map((step) => step.from));
  const most = Math.max(0, ...steps.map((step) => step.to));
  const span = most - least || 1;
  return { percent: (value) => (100 * (value - least)) / span };
}

/** The first and the last bar. */
const end = {
  backgroundColor: tokens.colorNeutralForeground3,
  "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
};

const useStyles = makeStyles({
  chart,
  unseen,
  name: {
    width: "38%",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    textAlign: "left",
    verticalAlign: "middle",
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  twoLines: { display: "-webkit-box", WebkitBoxOrient: "vertical", WebkitLineClamp: 2, overflow: "hidden" },
  plot: { position: "relative", height: "28px", padding: 0 },
  amount,
  bar: {
    position: "absolute",
    top: edge,
    height: `${thickness}px`,
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: "none",
  },
  seen: { minWidth: "2px" },
  axis,
  link: { position: "absolute", borderLeft: `${tokens.strokeWidthThin} dotted ${tokens.colorNeutralStroke1Hover}` },
  above: { top: 0, height: edge },
  below: { bottom: 0, height: edge },
  strong: { fontWeight: tokens.fontWeightSemibold },
  gap: end,
  remaining: end,
  total: end,
  saving: {
    backgroundColor: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  // Told apart without colour too: striped, and hollow.
  baselineOnly: {
    backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorBrandForeground1} 0 3px, transparent 3px 6px)`,
    outline: `1px solid ${tokens.colorBrandForeground1}`,
    outlineOffset: "-1px",
    "@media (forced-colors: active)": {
      backgroundImage: "repeating-linear-gradient(135deg, Highlight 0 3px, transparent 3px 6px)",
      outlineColor: "Highlight",
    },
  },
  unidentified: {
    backgroundColor: tokens.colorNeutralBackground1,
    outline: `1.5px dashed ${tokens.colorBrandForeground1}`,
    outlineOffset: "-1.5px",
    "@media (forced-colors: active)": { backgroundColor: "Canvas", outlineColor: "Highlight" },
  },
  cost: {
    backgroundColor: tokens.colorPaletteDarkOrangeBackground3,
    "@media (forced-colors: active)": { backgroundColor: "Mark" },
  },
});
