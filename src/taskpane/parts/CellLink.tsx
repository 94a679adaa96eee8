import { Link } from "@fluentui/react-components";

interface CellLinkProps {
  /** "Register!F17". */
  address: string;
  onSelect: (address: string) => void;
}

/** An address that selects the cell. */
export function CellLink({ address, onSelect }: CellLinkProps) {
  return (
    <Link as="button" inline title={`Select ${address}`} onClick={() => onSelect(address)}>
      {address}
    </Link>
  );
}
