import type { KindOfRow } from "../../plan";
import { wordMap } from "./wordMap";

/**
 * What a row is, in the words of a Kind or Type column, of a section's heading or of a row's own name. "Target" is a row that says what is needed: it
 * is suggested as the target and is never a lever.
 */
export const kindOfRowWords: ReadonlyMap<string, KindOfRow | "Target"> = wordMap<KindOfRow | "Target">([
  [
    "Saving",
    `saving; savings; new; new scheme; new schemes; saving proposal; savings proposal; savings proposals; new saving; new savings;
    proposed savings; savings schemes; scheme; schemes; cip; cips; cip scheme; cip schemes; qipp; qipp scheme;
    qipp schemes; wrp; budget saving; budget savings; budget reduction; budget reductions; savings and efficiencies;
    efficiency savings; cost improvement; cost improvements; cost improvement programme; existing saving;
    existing savings; savings already agreed; agreed savings; identified savings; savings options`,
  ],
  [
    "Pressure",
    `pressure; pressures; cost pressure; cost pressures; budget pressure; budget pressures; spending pressure;
    spending pressures; service pressure; service pressures; unavoidable pressure; unavoidable pressures;
    demand pressure; demand pressures; demographic pressure; demographic pressures; inflationary pressure;
    inflationary pressures; inflation; pay inflation; price inflation; contract inflation; pay award; demography;
    demographics; demographic growth; growth; growth item; growth items; growth bid; growth bids; budget growth;
    service growth; growth and pressures; pressures and growth; growth proposals; unavoidable growth; new burden;
    new burdens; legislative change; legislative changes; cost increase; cost increases; income shortfall;
    loss of income; reduction in income; income pressure; adverse movement; service investment; budget bid`,
  ],
  [
    "Undelivered brought forward",
    `undelivered; undelivered saving; undelivered savings; undelivered brought forward;
    undelivered savings brought forward; undelivered b/f; undelivered savings b/f; unachieved saving;
    unachieved savings; unachievable saving; unachievable savings; non-delivered savings; savings not delivered;
    savings not achieved; non-delivery; non-delivery of savings; non-achievement of savings; prior year shortfall;
    prior year undelivered; prior year savings not delivered; previous year's undelivered savings; savings reversal;
    reversal of savings; reversal of undelivered savings; saving written out; savings written out;
    write out of savings; removal of undeliverable savings; undeliverable savings;
    recurrent shortfall brought forward`,
  ],
  [
    "Contingency",
    `contingency; savings contingency; slippage; slippage allowance; allowance for slippage; slippage contingency;
    delivery contingency; risk contingency; risk allowance; risk adjustment; delivery risk;
    delivery risk adjustment; non-delivery allowance; allowance for non-delivery; non-delivery contingency;
    optimism bias; optimism bias adjustment; overlap; overlaps; overlap haircut; overlap adjustment;
    overlap allowance; double count; double counting; double-count adjustment; haircut; prudence;
    prudence adjustment; overprogramming; over-programming`,
  ],
  [
    "Mitigation",
    `mitigation; mitigations; mitigating action; mitigating actions; mitigating saving; mitigating savings;
    mitigation scheme; mitigation schemes; recovery action; recovery actions; recovery plan; recovery scheme;
    recovery schemes; not in plan; compensating saving; compensating savings; substitute saving; substitute savings;
    replacement saving; replacement savings; alternative saving; alternative savings; in-year mitigation;
    in-year mitigations; contingent action; contingent actions`,
  ],
  [
    "One-off cost",
    `one-off cost; one-off costs; investment; investments; one-off investment; one-off investments;
    investment required; invest to save; invest-to-save; implementation cost; implementation costs; set-up cost;
    set-up costs; cost to achieve; costs to achieve; cost of change; costs of change; cost of delivery;
    costs of delivery; delivery cost; delivery costs; transition cost; transition costs; transformation cost;
    transformation costs; programme cost; programme costs; redundancy; redundancies; redundancy cost;
    redundancy costs; redundancy and pension strain; pension strain; severance; severance costs; exit costs;
    exit package; exit packages; restructuring cost; restructuring costs; double running; double-running costs;
    capital cost; capital costs; pump priming`,
  ],
  [
    "Funding switch",
    `funding switch; funding switches; switch of funding; alternative funding; change of funding; funding change;
    funding substitution; capitalisation; capitalization; capital receipts; use of capital receipts;
    flexible use of capital receipts; capital receipt; reserves; use of reserves; reserve; use of reserve;
    drawdown of reserves; reserve drawdown; transfer from reserves; contribution from reserves; call on reserves;
    use of balances; general fund balances; grant substitution; grant funded; use of grant; one-off funding;
    use of one-off funding; balance sheet release; balance sheet flexibility; release of provision;
    release of provisions`,
  ],
  [
    "Target",
    `target; targets; savings target; savings targets; savings requirement; saving requirement; savings required;
    saving required; required savings; requirement; cip target; cip requirement; qipp target; efficiency target;
    efficiency requirement; efficiency ask; programme target; total target; control total; budget gap; gap;
    funding gap; savings gap; gap to target; remaining gap; residual gap; shortfall; shortfall against target;
    variance to target; over/under target; over (under) target; over/(under) target; surplus/shortfall; unmet target`,
  ],
]);
