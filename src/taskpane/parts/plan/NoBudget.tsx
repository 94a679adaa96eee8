import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import { tableNames, type SideKind, type TableKind } from "../../../plan/tableKinds";

interface NoBudgetProps {
  /** Of Spending and Funding, those that were not found. */
  missing: readonly TableKind[];
  /** Of the tables beside the plan's, those that were not. */
  missingBeside: readonly SideKind[];
  onUseSelection: (kind: TableKind | SideKind) => void;
}

/** A register alone is a whole plan: what is not there is no fault. */
export function NoBudget({ missing, missingBeside, onUseSelection }: NoBudgetProps) {
  const styles = useStyles();
  const all = [...missing, ...missingBeside];
  if (all.length === 0) return null;
  const names = missing.map((kind) => tableNames[kind].toLowerCase()).join(" or ");
  const effect = missing.length > 1 ? "savings are shown on their own" : "no gap between the two is shown";
  return (
    <Text as="p" size={200} className={styles.quiet}>
      {missing.length > 0 && `No ${names}: ${effect}. `}
      Use the selection as{" "}
      {all.map((kind, index) => (
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
