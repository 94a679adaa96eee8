import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled, ErrorCircleFilled, SubtractCircleRegular, WarningFilled } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import { areaFindingWords, areaNames, type AreaFindings, type PlanArea } from "../../words/plan/planAreas";

interface AreaFrameProps {
  area: PlanArea;
  isThere: boolean;
  found: AreaFindings;
  /** Beside the name. */
  place?: ReactNode;
  summary: ReactNode;
  /** At the end of the first line. */
  action?: ReactNode;
}

/** A card of the Plan page: green only where nothing stands against it, amber or red with how much does. */
export function AreaFrame({ area, isThere, found, place, summary, action }: AreaFrameProps) {
  const styles = useStyles();
  const words = areaFindingWords(found);
  const state = !isThere ? "missing" : found.holdsUp ? "wrong" : words === "" ? "good" : "look";
  return (
    <div role="group" aria-label={areaNames[area]} className={styles.card}>
      <StateIcon state={state} />
      <div className={styles.words}>
        <div className={styles.title}>
          <Text as="h2" weight="semibold" className={styles.name}>
            {areaNames[area]}
          </Text>
          {place}
        </div>
        <div className={styles.summary}>
          {summary}
          {words !== "" && (
            <Text size={200} className={mergeClasses(styles.count, state === "wrong" && styles.wrongCount)}>
              {words}
            </Text>
          )}
        </div>
      </div>
      {action}
    </div>
  );
}

type State = "good" | "look" | "wrong" | "missing";

function StateIcon({ state }: { state: State }) {
  const styles = useStyles();
  switch (state) {
    case "good":
      return (
        <CheckmarkCircleFilled className={mergeClasses(styles.icon, styles.good)} aria-label="Nothing to settle" />
      );
    case "look":
      return <WarningFilled className={mergeClasses(styles.icon, styles.look)} aria-label="To look at" />;
    case "wrong":
      return (
        <ErrorCircleFilled className={mergeClasses(styles.icon, styles.wrong)} aria-label="To settle before a run" />
      );
    case "missing":
      return <SubtractCircleRegular className={mergeClasses(styles.icon, styles.missing)} aria-label="Not there" />;
  }
}

const useStyles = makeStyles({
  card: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "flex-start",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  title: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "baseline" },
  name: { margin: 0 },
  summary: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "baseline",
    color: tokens.colorNeutralForeground2,
  },
  count: { color: tokens.colorStatusWarningForeground3 },
  wrongCount: { color: tokens.colorStatusDangerForeground1 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  good: { color: tokens.colorStatusSuccessForeground3 },
  look: { color: tokens.colorStatusWarningForeground3 },
  wrong: { color: tokens.colorStatusDangerForeground1 },
  missing: { color: tokens.colorNeutralForeground3 },
});
