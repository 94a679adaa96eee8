import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Finding } from "../../../plan/finding";
import type { Corrections } from "../../../plan/reading/planReading";
import { sideKinds, tableKinds, type SideKind, type TableKind } from "../../../plan/tableKinds";
import type { WorkbookReading } from "../../../workbook/read/readWorkbookPlan";
import { areaFindings } from "../../words/plan/planAreas";
import { AreaCard } from "./AreaCard";
import { NoBudget } from "./NoBudget";
import { SideCard } from "./SideCard";
import { TargetCard } from "./TargetCard";

interface AreaCardsProps {
  reading: WorkbookReading;
  findings: readonly Finding[];
  corrections: Corrections;
  locale: string | undefined;
  onSelect: (address: string) => void;
  onOpenCorrection: (kind: TableKind) => void;
  onUseSelection: (kind: TableKind | SideKind) => void;
  /** A table beside the plan's is not to be used; with the key of that question. */
  onNotUsed: (kind: SideKind, key: string) => void;
  onTarget: (target: number | null) => void;
}

/** What the plan was read from: the register, what it is set against, and what is to be saved. */
export function AreaCards(props: AreaCardsProps) {
  const { reading, findings, corrections, locale, onSelect, onOpenCorrection, onUseSelection, onNotUsed, onTarget } =
    props;
  const styles = useStyles();
  const found = useMemo(() => areaFindings(findings, reading), [findings, reading]);
  const hasRegister = reading.registers.length > 0;
  const shown = (["levers", "spending", "funding"] as const).filter((kind) => reading[kind] || !hasRegister);
  return (
    <div className={styles.cards}>
      {shown.map((kind) => (
        <AreaCard
          key={kind}
          kind={kind}
          reading={reading}
          found={found[kind]}
          onSelect={onSelect}
          onCorrect={() => onOpenCorrection(kind)}
          onUseSelection={() => onUseSelection(kind)}
        />
      ))}
      {hasRegister && (
        <>
          <TargetCard
            reading={reading}
            given={corrections.target ?? null}
            found={found.target}
            locale={locale}
            onSelect={onSelect}
            onTarget={onTarget}
          />
          {sideKinds.map((kind) => {
            const read = reading.side?.[kind];
            return (
              read && (
                <SideCard
                  key={kind}
                  kind={kind}
                  read={read}
                  found={found[kind]}
                  onSelect={onSelect}
                  onNotUsed={() => onNotUsed(kind, read.key)}
                />
              )
            );
          })}
          <NoBudget
            missing={tableKinds.filter((kind) => !reading[kind])}
            missingBeside={sideKinds.filter((kind) => !reading.side?.[kind])}
            onUseSelection={onUseSelection}
          />
        </>
      )}
    </div>
  );
}

const useStyles = makeStyles({ cards: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS } });
