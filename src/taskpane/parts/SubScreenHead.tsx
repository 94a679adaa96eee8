import { Button, makeStyles, Subtitle2, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";

interface SubScreenHeadProps {
  /** What the arrow goes back to: "Back to the plan". */
  back: string;
  title: string;
  onBack: () => void;
  children?: ReactNode;
}

/** The way back, and what this is. */
export function SubScreenHead({ back, title, onBack, children }: SubScreenHeadProps) {
  const styles = useStyles();
  return (
    <div className={styles.head}>
      <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={back} title={back} onClick={onBack} />
      <Subtitle2 as="h2" className={styles.title}>
        {title}
      </Subtitle2>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
  title: { margin: 0 },
});
