import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Text, tokens } from "@fluentui/react-components";
import { AddSquareRegular, ArrowSyncRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { AskedFirst } from "../../../workbook/write/atRisk/askedFirst";
import type { PendingWrite } from "../../state/paneState";
import { count } from "../../../plan/report/words/figures";
import { CellLinks } from "../CellLinks";
import { SubScreenHead } from "../SubScreenHead";
import { useSubScreen } from "../useSubScreen";

interface WritePanelProps {
  writing: PendingWrite;
  choices: ReactNode;
  onSelect: (address: string) => void;
  onClose: () => void;
}

/** Every sheet that a write will touch, before it does; and what only an agreed write does: replace cells typed over, break formulas. */
export function WritePanel({ writing, choices, onSelect, onClose }: WritePanelProps) {
  const styles = useStyles();
  const frame = useSubScreen(onClose);
  const { planned, asked } = writing;

  return (
    <section ref={frame} aria-label="What will be written" className={styles.panel}>
      <SubScreenHead back="Back to the results" title={planned.label.replace(/^\w+/, "$&s")} onBack={onClose} />
      {asked && <WhatIsAsked asked={asked} onSelect={onSelect} />}
      {choices}
      <ul className={styles.list}>
        {planned.sheets.map(({ name, isNew }) => (
          <li key={name} className={styles.item}>
            {isNew ? (
              <AddSquareRegular aria-hidden className={styles.icon} />
            ) : (
              <ArrowSyncRegular aria-hidden className={styles.icon} />
            )}
            <span className={styles.words}>
              <Text>{name}</Text>
              <Text size={200} className={styles.quiet}>
                {isNew ? "New sheet" : "Updated in place"}
              </Text>
            </span>
          </li>
        ))}
      </ul>
      {planned.left.length > 0 && (
        <Text size={200} className={styles.quiet}>
          Not part of this result, and left as an earlier run wrote it: {planned.left.join(", ")}.
        </Text>
      )}
      <Text size={200} className={styles.quiet}>
        On sheets of their own; no other sheet is touched.
        {planned.sheets.some(({ isNew }) => !isNew) && " Your formats, widths, columns and charts on them stay."} If a
        step fails, everything is put back.
      </Text>
    </section>
  );
}

/** What of the user's own the write would touch, a message each. */
function WhatIsAsked({ asked, onSelect }: { asked: AskedFirst; onSelect: (address: string) => void }) {
  const { wouldReplace, wouldBreak, wouldBreakOthers, wouldLose, wouldMisplace, hasNoRestore } = asked;
  return (
    <>
      {wouldReplace.length > 0 && (
        <Warning title={`${count(wouldReplace.length, "result cell")} typed over.`}>
          Writing replaces what was typed there: <CellLinks cells={wouldReplace} onSelect={onSelect} />.
        </Warning>
      )}
      {wouldLose.length > 0 && (
        <Warning title={`${count(wouldLose.length, "cell")} of yours would go.`}>
          {wouldLose.length === 1 ? "Its row is" : "Their rows are"} no longer part of this result:{" "}
          <CellLinks cells={wouldLose} onSelect={onSelect} />.
        </Warning>
      )}
      {wouldMisplace.length > 0 && (
        <Warning title={`${count(wouldMisplace.length, "cell")} of yours would stand beside another row.`}>
          Rows of the result come, go or move, and cells beside the table stay where they are. Put them into a column of
          the table first, or write all the same: <CellLinks cells={wouldMisplace} onSelect={onSelect} />.
        </Warning>
      )}
      {wouldBreak.length > 0 && (
        <Warning title={`${count(wouldBreak.length, "formula")} of yours would break.`}>
          Rows or columns that they point at go or move with this result. Change them first, or write all the same:{" "}
          <CellLinks cells={wouldBreak} onSelect={onSelect} />.
        </Warning>
      )}
      {wouldBreakOthers.length > 0 && (
        <Warning title="Names or charts of yours would break.">
          Rows or columns that they point at go or move with this result: {wouldBreakOthers.join(", ")}.
        </Warning>
      )}
      {hasNoRestore && (
        <Warning title="Save the workbook first.">
          The results are so large that the workbook has no room to remember how the sheets are. A step that fails is
          put back all the same, but if Excel or the pane closes in the middle, the result sheets stay half written.
        </Warning>
      )}
    </>
  );
}

function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {children}
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({
  panel: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorNeutralForeground2 },
  words: {
    ...{ display: "flex", flexGrow: 1, flexWrap: "wrap", alignItems: "baseline", justifyContent: "space-between" },
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});
