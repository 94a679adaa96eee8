import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import type { PaneWorkbook } from "./paneWorkbook";
import { Footer } from "./parts/Footer";
import { lazyPart } from "./parts/lazyPart";
import { ProblemBar } from "./parts/ProblemBar";
import { unseen } from "./parts/unseen";
import { PlanScreen } from "./screens/PlanScreen";
import { screens, type PaneState, type Screen } from "./state/paneState";
import { usePane } from "./state/usePane";

const ScenariosScreen = lazyPart(
  async () => (await import(/* webpackChunkName: "scenarios" */ "./screens/ScenariosScreen")).ScenariosScreen,
);
const ResultsScreen = lazyPart(
  async () => (await import(/* webpackChunkName: "charts" */ "./screens/ResultsScreen")).ResultsScreen,
);
const MoreScreen = lazyPart(
  async () => (await import(/* webpackChunkName: "help" */ "./screens/MoreScreen")).MoreScreen,
);

interface PaneProps {
  workbook: PaneWorkbook;
  version: string;
  /** For figures; undefined is the browser's own. */
  locale?: string;
}

/** Tabs above, one screen, and below it the one primary button in the same place on every screen. */
export function Pane({ workbook, version, locale }: PaneProps) {
  const styles = useStyles();
  const [state, actions] = usePane(workbook);
  const { screen, problem } = state;
  return (
    <div className={styles.pane}>
      <header className={styles.header}>
        <h1 className={styles.unseen}>Savings Attribution</h1>
        <TabList
          selectedValue={screen}
          onTabSelect={(_, { value }) => actions.open(value as Screen)}
          aria-label="Savings Attribution"
        >
          {screens.map((name) => (
            <Tab key={name} id={`tab-${name}`} value={name} aria-controls="screen">
              {screenNames[name]}
            </Tab>
          ))}
        </TabList>
      </header>
      <main key={screen} className={styles.main}>
        <div id="screen" role="tabpanel" aria-labelledby={`tab-${screen}`} className={styles.screen}>
          {problem && (
            <ProblemBar
              problem={problem}
              onTryAgain={canReadAgain(state) ? actions.read : null}
              onDismiss={actions.dismissProblem}
            />
          )}
          {screen === "plan" && <PlanScreen state={state} actions={actions} locale={locale} />}
          {screen === "scenarios" && <ScenariosScreen state={state} actions={actions} locale={locale} />}
          {screen === "results" && <ResultsScreen state={state} actions={actions} locale={locale} />}
          {screen === "more" && <MoreScreen version={version} locale={locale} state={state} actions={actions} />}
        </div>
      </main>
      <Footer state={state} actions={actions} />
    </div>
  );
}

/** Where nothing was read, or a correction still waits to be; else the button that failed is still in its place. */
function canReadAgain({ reading, problem, unsettled }: PaneState): boolean {
  return reading === null || (problem?.task === "correcting" && unsettled !== null);
}

const screenNames: Record<Screen, string> = { plan: "Plan", scenarios: "Scenarios", results: "Results", more: "More" };

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    height: "100vh",
    minWidth: "280px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: { flexShrink: 0, borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}` },
  unseen,
  main: { flexGrow: 1, minHeight: 0, overflowY: "auto" },
  screen: {
    padding: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
  },
});
