import { Field, Input, makeStyles, Text } from "@fluentui/react-components";
import { useState } from "react";

interface TextFieldProps {
  /** Over the field, or read out where `isLabelHidden`. */
  label: string;
  isLabelHidden?: boolean;
  example: string;
  value: string;
  /** Takes what was typed; returns what is wrong with it in one sentence, or null. */
  onValue: (text: string) => string | null;
  isNumber?: boolean;
  /** Behind what is typed. */
  unit?: string;
  className?: string;
}

/** Takes effect when the user leaves it or presses Enter, not at every key. What is wrong stays to be mended. */
export function TextField({
  label,
  isLabelHidden,
  example,
  value,
  onValue,
  isNumber,
  unit,
  className,
}: TextFieldProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = () => {
    if (typed === null) return;
    const wrong = typed.trim() === value ? null : onValue(typed.trim());
    setProblem(wrong);
    if (wrong === null) setTyped(null);
  };
  return (
    <Field
      size="small"
      {...(!isLabelHidden && { label })}
      {...(className && { className })}
      {...(problem !== null && { validationMessage: problem })}
    >
      <Input
        {...(isLabelHidden && { "aria-label": label })}
        {...(isNumber && { inputMode: "decimal", input: { className: styles.digits } })}
        className={styles.input}
        value={typed ?? value}
        placeholder={example}
        contentAfter={unit ? <Text size={200}>{unit}</Text> : null}
        onChange={(_, data) => {
          setTyped(data.value);
          setProblem(null);
        }}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
    </Field>
  );
}

const useStyles = makeStyles({
  input: { minWidth: 0, width: "100%" },
  digits: { textAlign: "right", minWidth: 0 },
});
