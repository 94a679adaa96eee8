import { Field, Select } from "@fluentui/react-components";
import { methods, type Method } from "../../engine/attribution/methods";
import { methodWords } from "../words/methods";

interface MethodChoiceProps {
  label: string;
  hint?: string | undefined;
  method: Method;
  /** Where nothing overlaps there is nothing to split. */
  overlaps: boolean;
  onMethod: (method: Method) => void;
  className: string;
}

/** By which method what overlaps is split. */
export function MethodChoice({ label, hint, method, overlaps, onMethod, className }: MethodChoiceProps) {
  return (
    <Field label={label} size="small" className={className} {...(hint !== undefined && { hint })}>
      <Select
        value={method}
        disabled={!overlaps}
        title={methodWords[method].meaning}
        onChange={(_, { value }) => onMethod(value as Method)}
      >
        {methods.map((id) => (
          <option key={id} value={id}>
            {methodWords[id].name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
