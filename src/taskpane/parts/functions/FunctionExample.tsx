import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from "@fluentui/react-components";
import { CopyRegular } from "@fluentui/react-icons";
import { useEffect, useRef, useState } from "react";
import type { Example } from "../../../functions/record";
import type { FormulaToInsert } from "../../../workbook/insert/insertFormula";
import type { Inserted } from "../../state/paneActions";
import { formulaOf } from "../../words/functions/functionWords";
import { CellLink } from "../CellLink";
import { canCopy, copy } from "./clipboard";
import { ExampleResult } from "./ExampleResult";
import { FormulaText } from "./FormulaText";

export interface FunctionExampleProps {
  example: Example;
  /** From 1, to tell one button from the next. */
  number: number;
  locale: string | undefined;
  onInsert: (formula: FormulaToInsert) => Promise<Inserted | null>;
  onSelect: (address: string) => void;
}

type Outcome = Inserted | { copied: boolean };

/** A worked example in words, its formula and its result, to insert at the selected cell or to copy. */
export function FunctionExample({ example, number, locale, onInsert, onSelect }: FunctionExampleProps) {
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isInserting, setInserting] = useState(false);
  const formula = formulaOf(example);

  const insert = async () => {
    setOutcome(null);
    setInserting(true);
    const inserted = await onInsert(formula);
    setInserting(false);
    setOutcome(inserted);
  };

  return (
    <li className={styles.example}>
      <Text>{example.says}</Text>
      <FormulaText formula={formula.formula} />
      <ExampleResult result={example.result} locale={locale} />
      <div className={styles.buttons}>
        <Button
          size="small"
          disabledFocusable={isInserting}
          aria-label={`Insert example ${number}`}
          title="Insert the formula at the selected cell"
          onClick={() => void insert()}
        >
          Insert
        </Button>
        {canCopy() && (
          <Button
            size="small"
            appearance="subtle"
            icon={<CopyRegular />}
            aria-label={`Copy example ${number}`}
            title="Copy the formula"
            onClick={() => void copy(formula.formula).then((copied) => setOutcome({ copied }))}
          />
        )}
      </div>
      <div role="status">{outcome && <OutcomeBar outcome={outcome} onSelect={onSelect} />}</div>
    </li>
  );
}

/** Beside the button, since the top of a long page is out of sight. */
function OutcomeBar({ outcome, onSelect }: { outcome: Outcome; onSelect: (address: string) => void }) {
  const bar = useRef<HTMLDivElement>(null);
  // The button may stand at the lower edge of the pane; what comes of it must not stay below.
  // Newer browsers return a promise, which React would call at the end.
  useEffect(() => void bar.current?.scrollIntoView?.({ block: "nearest" }), [outcome]);
  const isGood = "address" in outcome || ("copied" in outcome && outcome.copied);
  return (
    <div ref={bar}>
      <MessageBar intent={isGood ? "success" : "error"} layout="multiline" politeness="polite">
        <MessageBarBody>
          {"address" in outcome && (
            <>
              Inserted at <CellLink address={outcome.address} onSelect={onSelect} />.
            </>
          )}
          {"problem" in outcome && outcome.problem}
          {"copied" in outcome &&
            (outcome.copied ? "Copied." : "Not copied; select the formula above and press Ctrl+C.")}
        </MessageBarBody>
      </MessageBar>
    </div>
  );
}

const useStyles = makeStyles({
  example: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  buttons: { display: "flex", columnGap: tokens.spacingHorizontalXS },
});
