import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { readArea } from "../../../cells/address";
import type { ShareOutcome, ShareTask } from "../../../workbook/share/inExcel/shareInExcel";
import { shareWords } from "../../words/shareWords";
import { CellLink } from "../CellLink";
import { sentence } from "../../words/sentence";

/** What was asked for and what became of it, or why it was not done. */
export interface SaidOfShare {
  task: ShareTask;
  outcome: ShareOutcome | { problem: string };
}

interface ShareAnswerProps {
  said: SaidOfShare;
  isBusy: boolean;
  onSelect: (address: string) => void;
  /** Does what can be done. */
  onAgree: () => void;
  onDrop: () => void;
}

/** What was done, or what stands in the way, each with its cell; the rest is done only if the user says so. */
export function ShareAnswer(props: ShareAnswerProps) {
  const bar = useRef<HTMLDivElement>(null);
  // What asked for it may be further down.
  useEffect(() => void bar.current?.scrollIntoView?.({ block: "nearest" }), [props.said]);
  return (
    <div ref={bar}>
      <Answer {...props} />
    </div>
  );
}

function Answer({ said: { task, outcome }, isBusy, onSelect, onAgree, onDrop }: ShareAnswerProps) {
  const styles = useStyles();
  if ("problem" in outcome)
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{outcome.problem}</MessageBarBody>
      </MessageBar>
    );
  const { done, left } = outcome;
  return (
    <MessageBar intent={left.length > 0 ? "warning" : "success"} layout="multiline">
      <MessageBarBody>
        {shareWords(task, outcome)}
        {left.length > 0 && (
          <ul aria-label="What stays" className={styles.list}>
            {left.slice(0, shownLines).map((line) => (
              <li key={line}>
                <LeftLine line={line} onSelect={onSelect} />
              </li>
            ))}
            {left.length > shownLines && <li>{left.length - shownLines} more</li>}
          </ul>
        )}
      </MessageBarBody>
      {!done && (
        <MessageBarActions>
          <Button size="small" disabledFocusable={isBusy} onClick={onAgree}>
            Do the rest
          </Button>
          <Button size="small" disabledFocusable={isBusy} onClick={onDrop}>
            Leave it
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** "Plan!B4: the sheet is protected.": the cell leads there. */
function LeftLine({ line, onSelect }: { line: string; onSelect: (address: string) => void }) {
  const end = line.indexOf(": ");
  const [place, why] = [line.slice(0, Math.max(end, 0)), line.slice(end + 2)];
  if (!place.includes("!") || !readArea(place, "")) return <>{sentence(line)}</>;
  return (
    <>
      <CellLink address={place} onSelect={onSelect}>
        {place}
      </CellLink>
      : {why}
    </>
  );
}

/** Of hundreds nobody reads more here. */
const shownLines = 20;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: "anywhere" },
});
