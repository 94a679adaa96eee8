import type { KindOfRow } from "../plan";

/** Whether rows of a kind are part of the plan's savings; a contingency is a negative one. */
export function countsAsSaving(kind: KindOfRow): boolean {
  return kind === "Saving" || kind === "Contingency";
}

export function addsToNeed(kind: KindOfRow): boolean {
  return kind === "Pressure" || kind === "Undelivered brought forward";
}

/** Amounts with the sign that their kind asks for, in whichever they were written: a contingency takes off, a one-off cost costs. */
export function signed(kind: KindOfRow, amounts: number[]): number[] {
  const wanted = kind === "Contingency" ? -1 : kind === "One-off cost" ? 1 : 0;
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return sum * wanted < 0 ? amounts.map((amount) => (amount === 0 ? 0 : -amount)) : amounts;
}
