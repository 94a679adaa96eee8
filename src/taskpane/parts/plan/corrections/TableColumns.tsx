import { useMemo, useState } from "react";
import type { ColumnReading, TableReading } from "../../../../plan/reading/planReading";
import { areaNames } from "../../../words/plan/planAreas";
import { Fold } from "../../Fold";
import { ColumnsTable } from "./ColumnsTable";

interface TableColumnsProps {
  table: TableReading;
  years: readonly string[];
  onSelect: (address: string) => void;
  onMeaning: (heading: string, meaning: string) => void;
  onWord: (heading: string, word: string, means: string | null) => void;
}

/** A table's columns: what is unsure first, what is not used folded away. Each stays where it was when the panel opened. */
export function TableColumns({ table: { kind, columns }, years, onSelect, onMeaning, onWord }: TableColumnsProps) {
  const [atFirst] = useState(() => new Map(columns.map(({ address, sureness }) => [address, sureness])));
  const [used, unused] = useMemo(() => {
    const was = (wanted: ColumnReading["sureness"]) =>
      columns.filter(({ address, sureness }) => (atFirst.get(address) ?? sureness) === wanted);
    return [[...was("unsure"), ...was("sure")], was("ignored")];
  }, [atFirst, columns]);
  const table = { kind, years, onSelect, onMeaning, onWord };
  const name = areaNames[kind];
  return (
    <>
      {used.length > 0 && <ColumnsTable label={`Columns of ${name}`} columns={used} {...table} />}
      {unused.length > 0 && (
        <Fold title={`Unused (${unused.length})`} isOpenAtFirst={used.length === 0}>
          <ColumnsTable label={`Unused columns of ${name}`} columns={unused} {...table} />
        </Fold>
      )}
    </>
  );
}
