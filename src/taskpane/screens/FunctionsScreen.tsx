import { Accordion, Button, makeStyles, SearchBox, Text, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useState, type KeyboardEvent } from "react";
import { FunctionEntry } from "../parts/functions/FunctionEntry";
import { SubScreenHead } from "../parts/SubScreenHead";
import { useSubScreen } from "../parts/useSubScreen";
import type { Inserted } from "../state/paneActions";
import { count } from "../../plan/report/words/figures";
import { countOf, findFunctions } from "../words/functions/findFunctions";
import type { FormulaToInsert } from "../../workbook/insert/insertFormula";

interface FunctionsScreenProps {
  /** For figures; undefined is the browser's own. */
  locale: string | undefined;
  onInsert: (formula: FormulaToInsert) => Promise<Inserted | null>;
  onSelect: (address: string) => void;
}

/**
 * Every function that can be typed in a cell, found by any word of its help. From the search field the arrow keys go
 * through the functions and back, Enter opens one; Esc goes back to the search, clears it, and then leaves.
 */
export function FunctionsScreen({
  locale,
  onInsert,
  onSelect,
  onClose,
}: FunctionsScreenProps & { onClose: () => void }) {
  const styles = useStyles();
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState<readonly string[]>([]);
  const sought = useDeferredValue(typed.trim());
  const found = useMemo(() => findFunctions(sought), [sought]);
  const frame = useSubScreen(onClose);
  useEffect(() => void searchIn(frame.current)?.focus({ preventScroll: true }), [frame]);
  // The best answers stand at the top.
  useEffect(() => {
    const screen = frame.current?.closest("main");
    if (screen) screen.scrollTop = 0;
  }, [frame, sought]);

  const onKeyDown = (event: KeyboardEvent) => {
    const search = searchIn(frame.current);
    const isInSearch = event.target === search;
    if (event.key === "Escape") {
      if (isInSearch && typed === "") return;
      // Excel would take the focus at an Esc that it sees.
      event.preventDefault();
      event.stopPropagation();
      if (isInSearch) setTyped("");
      search?.focus();
    } else if (!event.ctrlKey && !event.altKey && !event.metaKey) {
      const to = neighbour(frame.current, event.target, event.key);
      if (!to) return;
      event.preventDefault();
      to.focus();
    }
  };

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the fields and buttons in it
    <section ref={frame} aria-label="Functions" className={styles.page} onKeyDown={onKeyDown}>
      <div className={styles.top}>
        <SubScreenHead back="Back to More" title="Functions for cells" onBack={onClose} />
        <SearchBox
          className={styles.search}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
          placeholder="gap, overlap, discount…"
          aria-label="Search the functions"
          aria-describedby={countId}
          dismiss={typed === "" ? null : { "aria-label": "Clear the search" }}
        />
        <Text as="p" id={countId} role="status" size={200} className={styles.count}>
          {countSentence(countOf(found), sought)}
        </Text>
      </div>
      {countOf(found) === 0 && (
        <Button className={styles.all} onClick={() => setTyped("")}>
          Show all functions
        </Button>
      )}
      <Accordion
        collapsible
        // Were the last one closed by the next, the next would move under the reader's eyes.
        multiple
        openItems={[...open]}
        onToggle={(_, { openItems }) => setOpen(openItems as string[])}
      >
        {found.map(({ family, records }) => (
          <section key={family} aria-label={family} className={styles.family}>
            <Text as="h3" size={200} weight="semibold" className={styles.familyName}>
              {family}
            </Text>
            {records.map((record) => (
              <FunctionEntry
                key={record.name}
                record={record}
                isOpen={open.includes(record.name)}
                locale={locale}
                onInsert={onInsert}
                onSelect={onSelect}
              />
            ))}
          </section>
        ))}
      </Accordion>
    </section>
  );
}

const countId = "functions-count";

function countSentence(number: number, sought: string): string {
  if (sought === "") return `${count(number, "function")}`;
  if (number === 0) return `No function for '${sought}'. Try one word, such as gap, overlap or discount.`;
  return `${count(number, "function")} for '${sought}'`;
}

function searchIn(frame: HTMLElement | null): HTMLInputElement | null {
  return frame?.querySelector("input") ?? null;
}

/** Up and down go from the search through the functions' headings and back; Home and End to the first and the last. */
function neighbour(frame: HTMLElement | null, from: EventTarget, key: string): HTMLElement | null {
  const search = searchIn(frame);
  const headings = [...(frame?.querySelectorAll<HTMLElement>("h4 button") ?? [])];
  const at = from === search ? -1 : headings.indexOf(from as HTMLElement);
  if (at < 0 && (from !== search || key !== "ArrowDown")) return null;
  switch (key) {
    case "ArrowDown":
      return headings[at + 1] ?? null;
    case "ArrowUp":
      return headings[at - 1] ?? search;
    case "Home":
      return headings[0] ?? null;
    case "End":
      return headings.at(-1) ?? null;
    default:
      return null;
  }
}

const useStyles = makeStyles({
  // What gets the focus is scrolled to below what stays in sight.
  page: { display: "flex", flexDirection: "column", "& button": { scrollMarginTop: "112px" } },
  // Stays in sight: 29 entries are long, and the search is the way through them.
  top: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    // Over the screen's own margins, so that nothing shows beside it as it passes below.
    margin: `calc(-1 * ${tokens.spacingHorizontalL})`,
    marginBottom: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  search: { width: "100%", maxWidth: "none", marginTop: tokens.spacingVerticalXS },
  count: {
    margin: 0,
    paddingTop: tokens.spacingVerticalXS,
    paddingBottom: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  all: { alignSelf: "flex-start" },
  family: { paddingTop: tokens.spacingVerticalS },
  familyName: { margin: 0, color: tokens.colorNeutralForeground2 },
});
