import { Field, makeStyles, mergeClasses, Select, Text, tokens, useAnnounce } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Method } from "../../engine/attribution/methods";
import type { PlanSimulation } from "../../plan/planSimulation";
import { bridge, mostParts, usualBy } from "../../plan/report/bridge/bridge";
import type { BreakdownBy } from "../../plan/report/breakdownBy";
import { AlsoChoices } from "../parts/results/AlsoChoices";
import { BridgeChart } from "../parts/results/BridgeChart";
import { FormChoice } from "../parts/results/FormChoice";
import { ChecksLine } from "../parts/results/ChecksLine";
import { DoneBar } from "../parts/results/DoneBar";
import { primaryButtonId } from "../parts/Footer";
import { byNames, ResultChoices } from "../parts/results/ResultChoices";
import { PositionSection } from "../parts/results/PositionSection";
import { RiskSection } from "../parts/results/RiskSection";
import { Sentence } from "../parts/results/Sentence";
import { ScenarioNotes } from "../parts/scenarios/ScenarioNotes";
import { StaleBar } from "../parts/results/StaleBar";
import { SharesTable } from "../parts/results/SharesTable";
import { useFocusReturn } from "../parts/useFocusReturn";
import { WritePanel } from "../parts/results/WritePanel";
import { heldUpBy } from "../../plan/report/faults";
import type { Result } from "../paneWorkbook";
import { activeScenario, isOutOfDate, scenariosIn } from "../state/paneFacts";
import type { PaneState } from "../state/paneState";
import type { PaneActions } from "../state/paneActions";
import { checkWords } from "../words/checkWords";
import { methodWords } from "../words/methods";
import { basisLine, resultSentences } from "../../plan/report/words/resultSentences";
import { shares } from "../words/shares";

interface ResultsScreenProps {
  state: PaneState;
  actions: PaneActions;
  locale: string | undefined;
}

/** What is the answer, can I trust it, where do I put it? */
export function ResultsScreen({ state, actions, locale }: ResultsScreenProps) {
  const styles = useStyles();
  const { result, writing, written, isTakenBack } = state;
  useFocusReturn(writing && primaryButtonId);
  if (!result) return <NothingRun />;
  if (writing) {
    const others = scenariosIn(state).map(({ scenario: { name } }) => name);
    const choices = (
      <>
        <FormChoice also={state.also} onChoose={actions.chooseAlso} />
        <AlsoChoices
          also={state.also}
          hasRanges={result.breakdown.checks.rangeShare > 0}
          others={others.filter((name) => name !== result.breakdown.scenario)}
          onChoose={actions.chooseAlso}
        />
      </>
    );
    return <WritePanel writing={writing} choices={choices} onSelect={actions.select} onClose={actions.dropWrite} />;
  }
  return (
    <div className={styles.screen}>
      {written && !isTakenBack && (
        <DoneBar written={written} onSheet={actions.selectSheet} onDismiss={actions.dismissDone} />
      )}
      <div>
        <Field className={styles.scenario}>
          <Select
            className={styles.narrow}
            aria-label="Scenario"
            value={state.scenario}
            onChange={(_, { value }) => actions.chooseScenario(value)}
          >
            {scenariosIn(state).map(({ scenario: { name } }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Text size={200} className={styles.basis}>
          {basisLine(result.breakdown)}
        </Text>
        <ScenarioNotes plan={result.plan} scenario={activeScenario(state)} />
      </div>
      {isOutOfDate(state) && state.reading && (
        <StaleBar held={heldUpBy(state.reading.findings)} onRun={actions.run} onShowPlan={() => actions.open("plan")} />
      )}
      <div className={mergeClasses(styles.screen, isOutOfDate(state) && styles.dimmed)}>
        <Answer
          result={result}
          simulation={state.risk?.of === result.breakdown ? state.risk.simulation : null}
          locale={locale}
          onMethod={actions.chooseMethod}
          onSimulate={actions.simulate}
        />
      </div>
    </div>
  );
}

interface AnswerProps {
  result: Result;
  simulation: PlanSimulation | null;
  locale: string | undefined;
  onMethod: (method: Method) => void;
  onSimulate: () => void;
}

function Answer({ result: { breakdown, plan }, simulation, locale, onMethod, onSimulate }: AnswerProps) {
  const styles = useStyles();
  const [by, setBy] = useState<BreakdownBy>(() => usualBy(breakdown));
  const figureStyle = { locale, unit: breakdown.unit };
  const parts = shares(breakdown, by);
  const [headline, ...sentences] = resultSentences(breakdown, plan, parts.decimals, figureStyle);
  const method = breakdown.method as Method;
  const overlaps = breakdown.checks.overlapShare !== null;
  const { announce } = useAnnounce();
  useEffect(() => announce(headline ?? ""), [announce, headline]);
  const bridgeTitle = [`Bridge ${parts.year}`, breakdown.unit].filter(Boolean).join(", ");
  return (
    <>
      <div className={styles.sentences}>
        {headline && <Sentence isHeadline>{headline}</Sentence>}
        {sentences.map((sentence) => (
          <Sentence key={sentence}>{sentence}</Sentence>
        ))}
      </div>
      <section aria-label="Bridge" className={styles.section}>
        <Text as="h2" weight="semibold" className={styles.title}>
          {bridgeTitle}
        </Text>
        <BridgeChart
          title={bridgeTitle}
          steps={bridge(breakdown, { by, most: mostParts })}
          decimals={parts.decimals}
          style={figureStyle}
        />
      </section>
      <section aria-label="Breakdown" className={styles.section}>
        <ResultChoices by={by} method={method} overlaps={overlaps} onBy={setBy} onMethod={onMethod} />
        <Text size={200} className={styles.basis}>
          {overlaps ? methodWords[method].meaning : "Nothing overlaps here, so there is nothing to split by a method."}
        </Text>
        <SharesTable heading={byNames[by]} shares={parts} style={figureStyle} />
      </section>
      {breakdown.position && (
        <PositionSection position={breakdown.position} decimals={parts.decimals} style={figureStyle} />
      )}
      {breakdown.checks.rangeShare > 0 && (
        <RiskSection breakdown={breakdown} simulation={simulation} style={figureStyle} onSimulate={onSimulate} />
      )}
      <ChecksLine checks={checkWords(breakdown, figureStyle)} />
    </>
  );
}

function NothingRun() {
  const styles = useStyles();
  return (
    <div className={styles.sentences}>
      <Sentence isHeadline>Nothing has been run yet</Sentence>
      <Sentence>
        Run works out what the levers save, how much of the gap they close and what remains. The workbook is only read;
        sheets are written when you say so.
      </Sentence>
    </div>
  );
}

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  // Still to be read, as what it is: grey words at full contrast, bars half faded.
  dimmed: {
    "& *": { color: tokens.colorNeutralForeground3 },
    "& [aria-hidden] > div": { opacity: 0.4 },
  },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  scenario: { maxWidth: "320px", "& > *": { minWidth: 0 } },
  // A long name would else widen the list beyond the pane.
  narrow: { minWidth: 0, width: "100%" },
  basis: { color: tokens.colorNeutralForeground2 },
  sentences: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  title: { margin: 0 },
});
