/** An argument as a formula has it: what of it is known before anything is calculated. */
export type NativeArgument =
  | { kind: "omitted" }
  | { kind: "number"; value: number }
  | { kind: "text"; value: string }
  /** One cell, or an expression that comes to one value. */
  | { kind: "one"; text: string }
  | { kind: "range"; text: string; rows: number; columns: number };

/** Numbers of an argument in a formula that every Excel since 2016 knows. */
export interface NativeNumber {
  /** What is worked with: blanks are 0. */
  value: string;
  /** Each has to be true, or the answer is #VALUE!. */
  conditions: string[];
  rows: number;
  columns: number;
}

/** Which numbers are taken: bounds are themselves allowed, unless it is said that they are not. */
export interface Domain {
  above?: number;
  below?: number;
  least?: number;
  most?: number;
  isWhole?: true;
}

/** A rate of 2 would be 200%. */
export const rate: Domain = { above: -1, below: 1 };

/** Null where no native formula can say it: a text, or a number that is never right. */
export function nativeNumber(argument: NativeArgument, domain: Domain = {}, otherwise?: string): NativeNumber | null {
  switch (argument.kind) {
    case "omitted":
      return otherwise === undefined ? null : { value: otherwise, conditions: [], rows: 1, columns: 1 };
    case "number":
      return isIn(argument.value, domain)
        ? { value: String(argument.value), conditions: [], rows: 1, columns: 1 }
        : null;
    case "text":
      return null;
    case "one": {
      const { text } = argument;
      const value = `N(${text})`;
      return {
        value,
        conditions: [`OR(ISNUMBER(${text}),${text}="")`, ...bounds(value, value, domain)],
        rows: 1,
        columns: 1,
      };
    }
    case "range": {
      const { text, rows, columns } = argument;
      const value = `IF(${text}="",0,${text})`;
      const all = `SUM(--ISNUMBER(${value}))=${rows * columns}`;
      return { value, conditions: [all, ...bounds(`MIN(${value})`, `MAX(${value})`, domain, value)], rows, columns };
    }
  }
}

function isIn(value: number, { above, below, least, most, isWhole }: Domain): boolean {
  return (
    Number.isFinite(value) &&
    !(above !== undefined && value <= above) &&
    !(below !== undefined && value >= below) &&
    !(least !== undefined && value < least) &&
    !(most !== undefined && value > most) &&
    !(isWhole && !Number.isInteger(value))
  );
}

function bounds(
  smallest: string,
  largest: string,
  { above, below, least, most, isWhole }: Domain,
  each = smallest,
): string[] {
  return [
    ...(above === undefined ? [] : [`${smallest}>${above}`]),
    ...(below === undefined ? [] : [`${largest}<${below}`]),
    ...(least === undefined ? [] : [`${smallest}>=${least}`]),
    ...(most === undefined ? [] : [`${largest}<=${most}`]),
    ...(isWhole ? [each === smallest ? `${each}=INT(${each})` : `SUM(--(${each}<>INT(${each})))=0`] : []),
  ];
}
