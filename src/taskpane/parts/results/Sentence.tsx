import { makeStyles, Text } from "@fluentui/react-components";
import type { ReactNode } from "react";

interface SentenceProps {
  children: string;
  isHeadline?: boolean;
}

/** A sentence with figures; no line ends between a sign and its figure. */
export function Sentence({ children, isHeadline = false }: SentenceProps) {
  const styles = useStyles();
  return (
    <Text as="p" className={styles.sentence} {...(isHeadline ? { size: 400, weight: "semibold" } : {})}>
      {children.split(signedFigure).map((part, index): ReactNode =>
        index % 2 === 1 ? (
          <span key={index} className={styles.whole}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </Text>
  );
}

const signedFigure = /([+−]\S*\d\S*)/u;

const useStyles = makeStyles({ sentence: { margin: 0 }, whole: { whiteSpace: "nowrap" } });
