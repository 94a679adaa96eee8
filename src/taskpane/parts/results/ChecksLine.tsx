import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { CheckWords } from "../../words/checkWords";

/** What was checked of a result, each with a sign and in words. */
export function ChecksLine({ checks }: { checks: readonly CheckWords[] }) {
  const styles = useStyles();
  return (
    <section aria-label="Checks">
      <Text as="h2" weight="semibold" className={styles.title}>
        Checks
      </Text>
      <ul className={styles.list}>
        {checks.map(({ tone, text }) => (
          <li key={text} className={styles.item}>
            {tone === "good" && <CheckmarkCircleRegular aria-label="Good" className={styles.good} />}
            {tone === "look" && <WarningRegular aria-label="Look at this" className={styles.look} />}
            {tone === "note" && <InfoRegular aria-label="Note" className={styles.note} />}
            <Text size={200}>{text}</Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

const icon = { flexShrink: 0, fontSize: tokens.fontSizeBase400 };

const useStyles = makeStyles({
  title: { margin: 0 },
  list: { listStyleType: "none", margin: 0, padding: 0, paddingTop: tokens.spacingVerticalXS },
  item: {
    display: "flex",
    columnGap: tokens.spacingHorizontalXS,
    alignItems: "flex-start",
    paddingTop: tokens.spacingVerticalXXS,
    paddingBottom: tokens.spacingVerticalXXS,
  },
  good: { ...icon, color: tokens.colorStatusSuccessForeground3 },
  look: { ...icon, color: tokens.colorStatusWarningForeground3 },
  note: { ...icon, color: tokens.colorNeutralForeground3 },
});
