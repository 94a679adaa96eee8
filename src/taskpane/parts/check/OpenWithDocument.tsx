import { makeStyles, Switch, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { sentenceOf } from "../../state/oneTask";
import type { PaneActions } from "../../state/paneActions";

type OpenWithDocumentProps = Pick<PaneActions, "opensWithDocument" | "setOpensWithDocument">;

/** Whether the pane opens with this workbook: off until the user turns it on. */
export function OpenWithDocument({ opensWithDocument, setOpensWithDocument }: OpenWithDocumentProps) {
  const styles = useStyles();
  const [isOn, setIsOn] = useState<boolean | null>(null);
  const [problem, setProblem] = useState("");
  useEffect(() => {
    let isShown = true;
    opensWithDocument().then(
      (is) => isShown && setIsOn(is),
      (error: unknown) => isShown && setProblem(sentenceOf(error)),
    );
    return () => void (isShown = false);
  }, [opensWithDocument]);
  const change = (wanted: boolean) => {
    setIsOn(wanted);
    setProblem("");
    setOpensWithDocument(wanted).catch((error: unknown) => {
      setIsOn(!wanted);
      setProblem(sentenceOf(error));
    });
  };
  return (
    <section aria-label="Opening" className={styles.section}>
      <Switch
        checked={isOn === true}
        disabled={isOn === null}
        label="Open this pane with this workbook"
        onChange={(_, { checked }) => change(checked)}
      />
      <Text as="p" size={200} className={styles.quiet}>
        For everyone who opens it and has the add-in from their administrator, or has sideloaded it; Excel does not do
        it for add-ins from a shared folder. Saved with the workbook.
      </Text>
      {problem !== "" && (
        <Text as="p" role="alert" className={styles.problem}>
          {problem}
        </Text>
      )}
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column" },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  problem: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});
