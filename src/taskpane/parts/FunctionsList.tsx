import { makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { catalogue, namespace } from "../../functions/catalogue";
import type { FunctionRecord } from "../../functions/record";

/** Every function that can be typed in a cell, by family: how it is called, what it answers, and one example. */
export function FunctionsList() {
  const styles = useStyles();
  const families = [...new Set(catalogue.map(({ family }) => family))];
  return (
    <div className={styles.list}>
      <Subtitle2 as="h2" className={styles.plain}>
        Functions for cells
      </Subtitle2>
      {families.map((family) => (
        <section key={family} aria-label={family} className={styles.family}>
          <Text as="h3" weight="semibold" className={styles.plain}>
            {family}
          </Text>
          {catalogue
            .filter((record) => record.family === family)
            .map((record) => (
              <FunctionEntry key={record.name} record={record} />
            ))}
        </section>
      ))}
    </div>
  );
}

function FunctionEntry({ record }: { record: FunctionRecord }) {
  const styles = useStyles();
  const parameters = Object.entries(record.parameters).map(([name, { optional }]) => (optional ? `[${name}]` : name));
  const [example] = record.examples;
  return (
    <div className={styles.entry}>
      <Text className={styles.call}>
        <b>
          {namespace}.{record.name}
        </b>
        ({parameters.join(", ")})
      </Text>
      <Text>{record.description}</Text>
      <Text size={200} className={styles.example}>
        ={namespace}.{example.formula} – {example.says}
      </Text>
    </div>
  );
}

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalL },
  family: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  plain: { margin: 0 },
  entry: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, overflowWrap: "anywhere" },
  call: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  example: { color: tokens.colorNeutralForeground2 },
});
