import { Button, makeStyles, Subtitle1, Text, tokens } from "@fluentui/react-components";
import { DocumentTableRegular, TableAddRegular } from "@fluentui/react-icons";
import { CellLink } from "../CellLink";

interface FirstStartProps {
  isEmptyWorkbook: boolean;
  /** Where what is most like a register stands; "" where nothing is. */
  nearest: string;
  onSelect: (address: string) => void;
  onInsertTemplate: () => void;
  onInsertSample: () => void;
}

/** No table was found: the ways on. The third, using the selection, is on each of the cards below. */
export function FirstStart({ isEmptyWorkbook, nearest, onSelect, onInsertTemplate, onInsertSample }: FirstStartProps) {
  const styles = useStyles();
  return (
    <section aria-label="Ways to start" className={styles.section}>
      <Subtitle1 as="h2" className={styles.title}>
        Where do the savings come from?
      </Subtitle1>
      <Text>
        {isEmptyWorkbook ? "This workbook is empty." : "No table of spending, funding or levers was found."} Start from
        a template or a worked sample, or select the cells of a table of your own, headings included, and say below what
        it is.
        {nearest !== "" && (
          <>
            {" What is most like a register stands at "}
            <CellLink address={nearest} onSelect={onSelect} />.
          </>
        )}
      </Text>
      <div className={styles.ways}>
        <Button icon={<TableAddRegular />} onClick={onInsertTemplate}>
          Insert a template
        </Button>
        <Button icon={<DocumentTableRegular />} onClick={onInsertSample}>
          Insert the sample
        </Button>
      </div>
      <Text size={200} className={styles.note}>
        Both are added on sheets of their own; nothing in this workbook changes. The sample is the NHS Five Year Forward
        View: a £30bn need, £8bn of funding, £22bn of savings.
      </Text>
    </section>
  );
}

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  title: { margin: 0 },
  ways: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground2 },
});
