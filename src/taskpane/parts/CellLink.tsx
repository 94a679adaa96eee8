import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface CellLinkProps {
  /** "Register!F17". */
  address: string;
  onSelect: (address: string) => void;
  /** Instead of the address. */
  children?: ReactNode;
}

/** An address that selects the cell. */
export function CellLink({ address, onSelect, children = address }: CellLinkProps) {
  const styles = useStyles();
  return (
    <Link as="button" inline className={styles.link} title={`Select ${address}`} onClick={() => onSelect(address)}>
      {children}
    </Link>
  );
}

// As large as the words around it.
const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit" } });
