import type { ValueContent } from "@workbooks/xlsx/content";
import { columnName } from "../../../workbook/address";
import { textOfNumber } from "../../../workbook/cells/generalFormat";
import { isError, wrongValue, type OwnFunction } from "../ownFunction";

/** The signs of Windows' code page between 128 and 159. */
const signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Texts of signs, values and places. */
export const texts: OwnFunction[] = [
  {
    name: "CHAR",
    takes: "n",
    calculate: (code: number) => {
      const sign = Math.trunc(code);
      if (sign < 1 || sign > 255) return wrongValue;
      return sign >= 128 && sign < 160 ? (signs[sign - 128] ?? "") : String.fromCharCode(sign);
    },
  },
  {
    name: "PROPER",
    takes: "v",
    calculate: (value: ValueContent) =>
      textOf(value)
        .toLowerCase()
        .replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  },
  {
    name: "UNICODE",
    takes: "v",
    calculate: (value: ValueContent) => textOf(value).codePointAt(0) ?? wrongValue,
  },
  { name: "ADDRESS", takes: "nn?nbv", calculate: address },
];

export function textOf(value: ValueContent): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return textOfNumber(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return isError(value) ? value.error : "";
}

function address(row: number, column: number, kind = 1, isA1 = 1, sheet: ValueContent = null): ValueContent {
  const [down, across, fixed] = [Math.trunc(row), Math.trunc(column), Math.trunc(kind)];
  if (fixed < 1 || fixed > 4 || across < 1 || across > 16_384 || down < 1 || down > 1_048_576) return wrongValue;
  const [isRowFixed, isColumnFixed] = [fixed <= 2, fixed === 1 || fixed === 3];
  const place = isA1
    ? `${isColumnFixed ? "$" : ""}${columnName(across - 1)}${isRowFixed ? "$" : ""}${down}`
    : `R${isRowFixed ? down : `[${down}]`}C${isColumnFixed ? across : `[${across}]`}`;
  if (sheet === null) return place;
  const name = textOf(sheet);
  return `${/[^A-Za-z0-9_.]|^\d/.test(name) ? `'${name.replaceAll("'", "''")}'` : name}!${place}`;
}
