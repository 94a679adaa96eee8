import { Link, makeStyles } from "@fluentui/react-components";
import { Fragment, useState } from "react";
import { CellLink } from "./CellLink";

interface CellLinksProps {
  cells: readonly string[];
  onSelect: (address: string) => void;
  /** Instead of the whole address. */
  nameOf?: (address: string) => string;
}

/** "B4, B5 and 3 more": cells in a sentence; a click shows the others too. */
export function CellLinks({ cells, onSelect, nameOf }: CellLinksProps) {
  const styles = useStyles();
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? cells : cells.slice(0, shownAtFirst);
  const others = cells.length - shown.length;
  return (
    <>
      {shown.map((cell, index) => (
        <Fragment key={`${cell} ${index}`}>
          {index > 0 && ", "}
          <CellLink address={cell} onSelect={onSelect}>
            {nameOf ? nameOf(cell) : cell}
          </CellLink>
        </Fragment>
      ))}
      {others > 0 && (
        <>
          {" and "}
          <Link
            as="button"
            inline
            className={styles.link}
            aria-label={`${others} more cells`}
            onClick={() => setShowsAll(true)}
          >
            {others} more
          </Link>
        </>
      )}
    </>
  );
}

const shownAtFirst = 5;

// As large as the words around it.
const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit" } });
