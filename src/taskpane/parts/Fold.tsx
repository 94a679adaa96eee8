import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface FoldProps {
  /** With its count: "Answered (3)". */
  title: string;
  isOpenAtFirst?: boolean;
  children: ReactNode;
}

/** What need not be seen at once. */
export function Fold({ title, isOpenAtFirst = false, children }: FoldProps) {
  const styles = useStyles();
  return (
    <Accordion collapsible defaultOpenItems={isOpenAtFirst ? ["all"] : []}>
      <AccordionItem value="all">
        <AccordionHeader size="small" as="h3" className={styles.header}>
          {title}
        </AccordionHeader>
        <AccordionPanel className={styles.panel}>{children}</AccordionPanel>
      </AccordionItem>
    </Accordion>
  );
}

const useStyles = makeStyles({ header: { margin: 0, "& button": { paddingLeft: 0 } }, panel: { margin: 0 } });
