import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Finding } from "../../../plan/finding";
import type { Corrections } from "../../../plan/reading/planReading";
import { tableKinds, type TableKind } from "../../../plan/tableKinds";
import type { WorkbookReading } from "../../../workbook/read/readWorkbookPlan";
import { areaFindings } from "../../words/planAreas";
import { AreaCard } from "./AreaCard";
import { NoBudget } from "./NoBudget";
import { TargetCard } from "./TargetCard";

interface AreaCardsProps {
  reading: WorkbookReading;
  findings: readonly Finding[];
  corrections: Corrections;
  locale: string | undefined;
  onSelect: (address: string) => void;
  onOpenCorrection: (kind: TableKind) => void;
  onUseSelection: (kind: TableKind) => void;
  onTarget: (target: number | null) => void;
}

/** What the plan was read from: the register, what it is set against, and what is to be saved. */
export function AreaCards(props: AreaCardsProps) {
  const { reading, findings, corrections, locale, onSelect, onOpenCorrection, onUseSelection, onTarget } = props;
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
          <NoBudget missing={tableKinds.filter((kind) => !reading[kind])} onUseSelection={onUseSelection} />
        </>
      )}
    </div>
  );
}

const useStyles = makeStyles({ cards: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS } });
