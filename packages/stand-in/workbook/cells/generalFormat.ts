/** A number as Excel writes it into a text: at most 15 digits, "0.333333333333333"; "1E+20" where that grows too long. */
export function textOfNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const [mantissa = "", exponentText = "0"] = value.toExponential(14).split("e");
  const exponent = Number(exponentText);
  const shortMantissa = mantissa.replace(/\.?0+$/, "");
  const decimals = Math.max(0, shortMantissa.replace(/^-?\d\.?/, "").length - exponent);
  const plain = exponent > 20 || decimals > 100 ? null : Number(value.toPrecision(15)).toFixed(Math.min(decimals, 100));
  if (plain !== null && plain.replace("-", "").length <= 20) return plain;
  return `${shortMantissa}E${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
