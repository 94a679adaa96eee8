import { makeStyles, tokens } from "@fluentui/react-components";
import { Fragment } from "react";

/** A formula; a long one is broken behind its separators, never within a number. Selected and copied, it is as it was. */
export function FormulaText({ formula }: { formula: string }) {
  const styles = useStyles();
  const parts = formula.match(/[^,;]*[,;]?/g) ?? [];
  return (
    <code className={styles.formula}>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {part}
          <wbr />
        </Fragment>
      ))}
    </code>
  );
}

const useStyles = makeStyles({
  formula: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
