import { makeStyles, Spinner, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";

const FunctionsList = lazy(async () => ({
  default: (await import(/* webpackChunkName: "help" */ "../parts/FunctionsList")).FunctionsList,
}));

/** What this add-in is, what it does with the workbook, and its functions. */
export function MoreScreen({ version }: { version: string }) {
  const styles = useStyles();
  return (
    <div className={styles.screen}>
      <section aria-label="Functions">
        <Suspense fallback={<Spinner size="small" label="One moment…" />}>
          <FunctionsList />
        </Suspense>
      </section>
      <section aria-label="About" className={styles.section}>
        <Subtitle2 as="h2" className={styles.paragraph}>
          About Savings Attribution
        </Subtitle2>
        <Text as="p" className={styles.paragraph}>
          Says where savings come from, how much of a funding gap they close, and how sure anyone can be. It works in this
          workbook alone: nothing is sent anywhere, and results go to sheets of their own.
        </Text>
        <Text as="p" size={200} className={styles.quiet}>
          Version {version}. Free software under the MIT licence.
        </Text>
      </section>
    </div>
  );
}

const useStyles = makeStyles({
  screen: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXL },
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  paragraph: { margin: 0 },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});
