import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import { tableNames, type TableKind } from "../../../plan/tableKinds";

interface NoBudgetProps {
  /** Of Spending and Funding, those that were not found. */
  missing: readonly TableKind[];
  onUseSelection: (kind: TableKind) => void;
}

/** A register alone is a whole plan: what is not there is no fault. */
export function NoBudget({ missing, onUseSelection }: NoBudgetProps) {
  const styles = useStyles();
  if (missing.length === 0) return null;
  const names = missing.map((kind) => tableNames[kind].toLowerCase()).join(" or ");
  return (
    <Text as="p" size={200} className={styles.quiet}>
      No {names}: {missing.length > 1 ? "savings are shown on their own" : "no gap between the two is shown"}. Use the
      selection as{" "}
      {missing.map((kind, index) => (
        <Fragment key={kind}>
          {index > 0 && " / "}
          <Link
            as="button"
            inline
            className={styles.link}
            aria-label={`Use the selection as ${tableNames[kind]}`}
            onClick={() => onUseSelection(kind)}
          >
            {tableNames[kind]}
          </Link>
        </Fragment>
      ))}
      .
    </Text>
  );
}

const useStyles = makeStyles({
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  link: { fontSize: "inherit", lineHeight: "inherit" },
});
