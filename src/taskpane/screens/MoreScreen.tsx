import { Button, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { ChevronRightRegular, MathFormulaRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { catalogue } from "../../functions/catalogue";
import { useFocusReturn } from "../parts/useFocusReturn";
import { count } from "../../plan/report/figures";
import { FunctionsScreen, type FunctionsScreenProps } from "./FunctionsScreen";

interface MoreScreenProps extends Omit<FunctionsScreenProps, "onClose"> {
  version: string;
}

/** The way to the functions, what this add-in is, and what it does with the workbook. */
export function MoreScreen({ version, ...functions }: MoreScreenProps) {
  const styles = useStyles();
  const [showsFunctions, showFunctions] = useState(false);
  useFocusReturn(showsFunctions ? functionsButtonId : null);
  if (showsFunctions) return <FunctionsScreen {...functions} onClose={() => showFunctions(false)} />;
  return (
    <div className={styles.screen}>
      <Button
        id={functionsButtonId}
        appearance="outline"
        className={styles.way}
        icon={{ className: styles.icon, children: <MathFormulaRegular /> }}
        onClick={() => showFunctions(true)}
      >
        <span className={styles.words}>
          <span>Functions for cells</span>
          <Text size={200} className={styles.quiet}>
            {count(catalogue.length, "function")}: search, read what each answers, insert an example
          </Text>
        </span>
        <ChevronRightRegular aria-hidden className={styles.icon} />
      </Button>
      <section aria-label="About" className={styles.section}>
        <Subtitle2 as="h2" className={styles.paragraph}>
          About Savings Attribution
        </Subtitle2>
        <Text as="p" className={styles.paragraph}>
          Says where savings come from, how much of a funding gap they close, and how sure anyone can be. It works in
          this workbook alone: nothing is sent anywhere, and results go to sheets of their own.
        </Text>
        <Text as="p" size={200} className={styles.quiet}>
          Version {version}. Free software under the MIT licence.
        </Text>
      </section>
    </div>
  );
}

const functionsButtonId = "open-functions";

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXL },
  way: {
    justifyContent: "flex-start",
    textAlign: "start",
    columnGap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
  },
  words: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500 },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  paragraph: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});
