import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { commonErrors, type FunctionRecord } from "../../../functions/record";
import { callOf, shapeWords } from "../../words/functions/functionWords";
import { FormulaText } from "./FormulaText";
import { FunctionExample, type FunctionExampleProps } from "./FunctionExample";

export interface FunctionHelpProps extends Omit<FunctionExampleProps, "example" | "number"> {
  record: FunctionRecord;
}

/** Everything about one function: the call, what comes back, examples to insert, its arguments, the formula, what to know, errors. */
export function FunctionHelp({ record, ...examples }: FunctionHelpProps) {
  const styles = useStyles();
  return (
    <div className={styles.help}>
      <FormulaText formula={callOf(record)} />
      <Text className={styles.plain}>{record.result}</Text>
      <Part title={record.examples.length === 1 ? "Example" : "Examples"}>
        <ol className={styles.list}>
          {record.examples.map((example, index) => (
            <FunctionExample key={example.formula} example={example} number={index + 1} {...examples} />
          ))}
        </ol>
      </Part>
      <Part title="Arguments">
        <dl className={styles.list}>
          {Object.entries(record.parameters).map(([name, { shape, optional, description }]) => (
            <div key={name}>
              <dt>
                <code className={styles.name}>{name}</code>
                <Text size={200} className={styles.quiet}>
                  {" "}
                  {shapeWords[shape]}
                  {optional && ", may be left out"}
                </Text>
              </dt>
              <dd className={styles.about}>{description}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title="Formula">
        <Text className={styles.plain}>{record.formula}</Text>
      </Part>
      {record.notes.length > 0 && (
        <Part title="Good to know">
          <Lines lines={record.notes} />
        </Part>
      )}
      <Part title="Errors">
        <Lines lines={[...record.errors, ...commonErrors]} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <Text as="h5" size={200} weight="semibold" className={styles.title}>
        {title}
      </Text>
      {children}
    </div>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  help: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalM,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  part: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  title: { margin: 0, color: tokens.colorNeutralForeground2 },
  plain: { margin: 0 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
  },
  lines: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalL,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
  },
  name: { fontFamily: tokens.fontFamilyBase, fontWeight: tokens.fontWeightSemibold },
  about: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});
