import { Button, Field, makeStyles, Radio, RadioGroup, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ShareForm } from "../../workbook/share/shareCopy";
import type { ShareTask } from "../../workbook/share/inExcel/shareInExcel";
import { ShareAnswer, type SaidOfShare } from "../parts/share/ShareAnswer";
import { SubScreenHead } from "../parts/SubScreenHead";
import { useSubScreen } from "../parts/useSubScreen";
import type { PaneActions } from "../state/paneActions";
import type { Busy } from "../state/paneState";

interface ShareScreenProps {
  busy: Busy | null;
  actions: Pick<PaneActions, "share" | "select">;
  onClose: () => void;
}

/** What colleagues without the add-in get in place of its functions, the way back, and the functions as names. */
export function ShareScreen({ busy, actions, onClose }: ShareScreenProps) {
  const styles = useStyles();
  const frame = useSubScreen(onClose);
  const [form, setForm] = useState<ShareForm>("lambda");
  const [where, setWhere] = useState<"new" | "here">("new");
  const [said, setSaid] = useState<SaidOfShare | null>(null);
  const isBusy = busy !== null;
  const share = (task: ShareTask, agreed = false): void => {
    setSaid(null);
    void actions.share(task, agreed).then((outcome) => outcome && setSaid({ task, outcome }));
  };
  return (
    <section ref={frame} aria-label="Share with colleagues" className={styles.page}>
      <SubScreenHead back="Back to More" title="Share with colleagues" onBack={onClose} />
      {said && (
        <ShareAnswer
          said={said}
          isBusy={isBusy}
          onSelect={actions.select}
          onAgree={() => share(said.task, true)}
          onDrop={() => setSaid(null)}
        />
      )}
      <Text as="p" className={styles.paragraph}>
        Without the add-in its functions show #NAME? once Excel calculates them anew. A copy for colleagues has
        something in their place that Excel itself understands, and a sheet that lists each.
      </Text>
      <Field label="In place of the functions">
        <RadioGroup value={form} onChange={(_, { value }) => setForm(value as ShareForm)}>
          <Radio
            value="lambda"
            label={
              <Choice name="Live formulas" hint="Named LAMBDAs: they calculate in Excel 365, 2024 and on the web." />
            }
          />
          <Radio
            value="native"
            label={
              <Choice
                name="Native formulas"
                hint="For any Excel since 2016, where there is such a formula; else values."
              />
            }
          />
          <Radio value="values" label={<Choice name="Values" hint="The figures of now, in any Excel." />} />
        </RadioGroup>
      </Field>
      <Field label="Where">
        <RadioGroup value={where} onChange={(_, { value }) => setWhere(value === "new" ? "new" : "here")}>
          <Radio value="new" label={<Choice name="In a new workbook" hint="This one stays as it is." />} />
          <Radio
            value="here"
            label={
              <Choice
                name="In this workbook"
                hint="Restore formulas puts them back, wherever their cells are by then."
              />
            }
          />
        </RadioGroup>
      </Field>
      <Button className={styles.start} disabledFocusable={isBusy} onClick={() => share({ kind: "share", form, where })}>
        {where === "new" ? "Make the copy" : "Replace the functions"}
      </Button>
      <Part
        title="The way back"
        text="Where functions were replaced in this workbook: puts the formulas back, and takes the list and its names out."
      >
        <Button className={styles.start} disabledFocusable={isBusy} onClick={() => share({ kind: "restore" })}>
          Restore formulas
        </Button>
      </Part>
      <Part
        title="Functions as names"
        text="One name a function, such as SAVINGS_ATTRIBUTE, with nothing but Excel’s own functions in it: colleagues can go on with them. No formula changes."
      >
        <Button className={styles.start} disabledFocusable={isBusy} onClick={() => share({ kind: "install" })}>
          Install the functions as names
        </Button>
      </Part>
    </section>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.part}>
      <Subtitle2 as="h3" className={styles.paragraph}>
        {title}
      </Subtitle2>
      <Text as="p" size={200} className={styles.quiet}>
        {text}
      </Text>
      {children}
    </section>
  );
}

function Choice({ name, hint }: { name: string; hint: string }) {
  const styles = useStyles();
  return (
    <>
      {name}
      <br />
      <Text size={200} className={styles.quiet}>
        {hint}
      </Text>
    </>
  );
}

const useStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  part: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  paragraph: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  start: { alignSelf: "flex-start" },
});
