import { Button, Text } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { SideReading } from "../../../plan/reading/planReading";
import type { SideKind } from "../../../plan/tableKinds";
import { areaNames, type AreaFindings } from "../../words/plan/planAreas";
import { CellLink } from "../CellLink";
import { AreaFrame } from "./AreaFrame";

interface SideCardProps {
  kind: SideKind;
  read: SideReading;
  found: AreaFindings;
  onSelect: (address: string) => void;
  onNotUsed: () => void;
}

/** A table beside the plan's that was found: what was read from it, and a way to say that it is none. */
export function SideCard({ kind, read, found, onSelect, onNotUsed }: SideCardProps) {
  const name = areaNames[kind];
  return (
    <AreaFrame
      area={kind}
      isThere
      found={found}
      place={<CellLink address={read.address} onSelect={onSelect} />}
      summary={<Text size={200}>{read.summary}</Text>}
      action={
        <Button
          appearance="subtle"
          size="small"
          icon={<DismissRegular />}
          aria-label={`Do not use ${name}`}
          title={`Do not use this table as ${name}`}
          onClick={onNotUsed}
        />
      }
    />
  );
}
