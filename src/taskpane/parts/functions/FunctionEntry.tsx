import { AccordionHeader, AccordionItem, AccordionPanel, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { FunctionRecord } from "../../../functions/record";
import { FunctionHelp, type FunctionHelpProps } from "./FunctionHelp";

interface FunctionEntryProps extends FunctionHelpProps {
  record: FunctionRecord;
  isOpen: boolean;
}

/** A function's name and what it answers; opened, all that its record knows. */
export function FunctionEntry({ record, isOpen, ...help }: FunctionEntryProps) {
  const styles = useStyles();
  return (
    <AccordionItem value={record.name}>
      <AccordionHeader
        as="h4"
        expandIconPosition="end"
        className={styles.heading}
        button={{ className: styles.button }}
      >
        <span className={styles.words}>
          <Text weight="semibold">{record.name}</Text>
          <Text size={200} className={styles.answers}>
            {record.description}
          </Text>
        </span>
      </AccordionHeader>
      {isOpen && (
        <AccordionPanel className={styles.panel} collapseMotion={null}>
          <FunctionHelp record={record} {...help} />
        </AccordionPanel>
      )}
    </AccordionItem>
  );
}

const useStyles = makeStyles({
  heading: { margin: 0 },
  button: {
    paddingLeft: 0,
    paddingRight: 0,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
  },
  words: {
    flexGrow: 1,
    minWidth: 0,
    display: "flex",
    flexDirection: "column",
    overflowWrap: "anywhere",
    textAlign: "start",
  },
  answers: { color: tokens.colorNeutralForeground2 },
  panel: { margin: 0, paddingBottom: tokens.spacingVerticalM },
});
