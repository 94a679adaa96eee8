import { readNumber } from "../../words/readNumber";
import { TextField } from "../TextField";

interface NumberInputProps {
  label: string;
  isLabelHidden?: boolean;
  /** Null: empty. */
  value: number | null;
  /** What 1 is as it is shown: 100 where a fraction is typed in percent. */
  shownAs: number;
  unit: string;
  /** What holds while the field is empty. */
  example: string;
  locale: string | undefined;
  refuse?: ((value: number) => string | null) | undefined;
  onValue: (value: number | null) => void;
  className?: string;
}

/** A number that may be left out, with the user's own separators. */
export function NumberInput({ value, shownAs, locale, refuse, onValue, ...field }: NumberInputProps) {
  const take = (text: string): string | null => {
    if (text === "") {
      onValue(null);
      return null;
    }
    const read = readNumber(text.replace(/\s*%$/, ""), locale);
    if ("problem" in read) return read.problem;
    const typed = read.number / shownAs;
    const problem = refuse?.(typed) ?? null;
    if (problem === null) onValue(typed);
    return problem;
  };
  const shown = value === null ? "" : plain(value * shownAs, locale);
  return <TextField {...field} isNumber value={shown} onValue={take} />;
}

/** As it would be typed: without groups, and without what only binary fractions add. */
function plain(value: number, locale: string | undefined): string {
  return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 9 })
    .format(Number(value.toPrecision(12)))
    .replace("-", "−");
}
