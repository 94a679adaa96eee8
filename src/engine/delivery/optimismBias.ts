/**
 * Amount raised by optimism bias, less what has been mitigated: amount × (1 + bias × (1 − mitigation)).
 * HM Treasury, Green Book supplementary guidance: optimism bias. For costs.
 *
 * @param bias ≥ 0, a share of the amount (2 is 200%)
 * @param mitigation 0–1
 */
export function withOptimismBias(amount: number, bias: number, mitigation = 0): number {
  return amount * (1 + bias * (1 - mitigation));
}
