import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";

const text = { holds: "text" } as const;
const kept = { values: text, use: "kept", whenBlank: "not stated", template: null } as const;

/** What an auditor asks of a saving; each travels to the assurance sheet. */
export const leverAssuranceColumns = defineColumns("levers", [
  {
    ...kept,
    id: "baselineSource",
    name: "Baseline source",
    headings: phrases(`
      Source of baseline; Baseline basis; Basis of baseline; Baseline type; Type of baseline; Baseline year;
      Baseline period; Baseline used; Baseline from; Baseline data source; Baseline definition; Baseline evidence;
      Baseline reference; Baseline description; Baseline note; Baseline agreed; Baseline confirmed;
      Against which baseline; Measured against; Compared with; Budget/forecast/outturn; Budget, forecast or outturn;
      Data source; Source of data; Source data; Data quality
    `),
    help: "What the saving is measured against: the 2024/25 outturn, the budget, a forecast, with the cell or paper that says so.",
  },
  {
    ...kept,
    id: "calculation",
    name: "Calculation",
    headings: phrases(`
      Calculation of saving; Calculation method; Calculation basis; Calculation reference; Calculation notes;
      How calculated; How is it calculated; How the saving is calculated; Basis of calculation; Basis of saving;
      Basis of estimate; Basis; Basis of savings; Method; Methodology; Method of calculation; Savings methodology;
      Saving methodology; Saving calculation; Savings calculation; Workings; Working paper; Working papers;
      Assumption; Assumptions; Key assumptions; Financial assumptions; Assumptions used; Formula; Rationale;
      Financial workings; Metric used
    `),
    help: "How the amount was worked out, or where: Workings!B12.",
  },
  {
    ...kept,
    id: "reviewedBy",
    name: "Reviewed by",
    headings: phrases(`
      Reviewer; Reviewed and verified by; Verified by; Verifier; Verification; Validated by; Validation; Validator;
      Finance validation; Finance validated by; Finance sign-off; Finance signed off by; Finance approval;
      Finance approved by; Checked by; Checker; Assured by; Assurance; Approved by; Approver; Signed off by; Sign-off;
      Signed off; Independent review; Independently reviewed by; Finance reviewer; Challenge by; Approving officer;
      Authorised by; Sign-off by; Exec sign-off; Executive sign-off; Director sign-off; Validated?; Verified?;
      Reviewed?
    `),
    help: "Who has checked the saving and is not its owner: finance business partner, 12/06.",
  },
  {
    ...kept,
    id: "qualityImpact",
    name: "Quality impact",
    headings: phrases(`
      QIA; QIA status; QIA complete; QIA completed; QIA done; QIA approved; QIA signed off; QIA sign-off; QIA score;
      QIA rating; QIA RAG; QIA required; QIA date; QIA ref; QIA/EIA; EIA/QIA; EQIA; EQIA status; EIA; EIA status;
      EIA required; EIA completed; IIA; EQUIA; EHIA; QEIA; DPIA; Quality impact assessment;
      Quality impact assessment status; Equality impact assessment; Equality impact;
      Equality impact assessment required; Equalities impact; Equalities impact assessment; Equality assessment;
      Integrated impact assessment; Impact assessment; Impact assessment status; Impact on quality; Impact on service;
      Impact on services; Impact on service users; Impact on residents; Impact on customers; Impact on patients;
      Impact on performance; Impact on staff; Impact; Service impact; Customer impact; Resident impact;
      Community impact; Public impact; Operational impact; Impact of proposal; Impact of saving; Quality; Quality RAG;
      Quality rating; Quality and safety impact; Quality and performance impact; Patient safety impact;
      Clinical sign-off; Clinical impact; Consequences; Implications; Consultation required; Consultation
    `),
    help: "What is known of the effect on services: a quality or equality impact assessment and its date.",
  },
  {
    ...kept,
    id: "budgetReduced",
    name: "Budget reduced",
    headings: phrases(`
      Budget removed; Budget adjusted; Budget amended; Budget actioned; Budget taken; Budget taken out;
      Budget withdrawn; Budget virement; Virement; Virement no; Virement number; Virement ref; Virement reference;
      Virement date; Virement actioned; Budget journal; Budget journal ref; Budget journal date; Journal; Journal no;
      Journal number; Journal ref; Journal reference; Journal date; Removed from budget; Taken out of budget;
      Transacted; Date transacted; Budget release; Out of budget?; In budget
    `),
    help: "Whether and how the budget was cut by the saving: the journal and its date, J10234 on 02/07.",
  },
  {
    ...kept,
    id: "evidence",
    name: "Evidence",
    headings: phrases(`
      Evidence grade; Evidence base; Evidence of delivery; Evidence of saving; Evidence of savings; Evidence required;
      Evidence provided; Evidence link; Evidence reference; Evidence ref; Evidence location; Evidence note;
      Evidence notes; Evidence rating; Evidence type; Delivered evidence; Delivery evidence; Supporting evidence;
      Strength of evidence; Quality of evidence; Source of evidence; Audit trail; Documentation; Supporting documents;
      Supporting document; Supporting papers; Link; Links; Document link; Link to document; Link to evidence;
      Link to PID; Business case; Business case link; PID link; KPI; KPIs; Measure of success; Success measure;
      How measured; Measured by; Metric; Metrics; Benefit measure
    `),
    template: { width: 24, example: "Pilot in two theatres" },
    help: "What shows that the saving was or can be made: a ledger code, a measure, a pilot, a paper.",
  },
  {
    ...kept,
    use: "plan",
    id: "counterparty",
    name: "Counterparty",
    headings: phrases(`
      Counter-party; Counterparty organisation; Counterpart; Transfer to; Transfer from; Transferred to;
      Transfer partner; Other party; Other organisation; Other organisation affected; Organisation affected;
      Opposite organisation; Paid by; Cost falls to; Cost falls on; Cost shifted to; Cost moves to; Income from;
      Matching organisation; Mirror organisation; Impact on partners; Partner affected; Impacted partner
    `),
    help: "The body whose costs or income are the other side of this saving, where a system holds both: Northmoor Hospitals.",
  },
]);
