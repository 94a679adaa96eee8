import { Badge, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { CheckLine } from "../../../workbook/share/check/checkLines";
import { sentence } from "../../words/sentence";
import { CellLinks } from "../CellLinks";
import { lineLooks } from "../lineLooks";

interface CheckLinesProps {
  lines: readonly CheckLine[];
  onSelect: (address: string) => void;
}

/** Errors first; each line with links to its cells. */
export function CheckLines({ lines, onSelect }: CheckLinesProps) {
  const styles = useStyles();
  return (
    <ul aria-label="What was found" className={styles.list}>
      {lines.map(({ level, cells, where, message, repair }) => {
        const { Icon, name } = looks[level];
        return (
          <li key={`${where} ${cells[0] ?? ""} ${message}`} className={styles.item}>
            <Icon aria-label={name} className={styles[level]} />
            <div className={styles.words}>
              <Text>
                {level === "notice" ? (
                  <>
                    {sentence(message)} <CellLinks cells={cells} onSelect={onSelect} />
                  </>
                ) : (
                  <>
                    {cells.length > 0 ? <CellLinks cells={cells} onSelect={onSelect} /> : sentence(where).slice(0, -1)}
                    {cells.length > 0 || where !== "" ? `: ${ended(message)}` : sentence(message)}
                  </>
                )}
              </Text>
              {repair && (
                <Badge appearance="outline" className={styles.badge}>
                  can be mended
                </Badge>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Some of what is said is a sentence already. */
function ended(message: string): string {
  return /[.?!]$/.test(message) ? message : `${message}.`;
}

const looks = {
  error: { Icon: ErrorCircleRegular, name: "Error" },
  warning: { Icon: WarningRegular, name: "Warning" },
  notice: { Icon: InfoRegular, name: "Notice" },
};

const useStyles = makeStyles({
  ...lineLooks,
  badge: { marginLeft: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  warning: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: tokens.colorStatusWarningForeground3 },
});
