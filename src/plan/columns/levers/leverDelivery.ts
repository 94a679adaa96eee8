import { gateChoices, ragChoices, riskChoices, statusChoices } from "../choices";
import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";
import { developmentWords, gateWords, ragWords, riskWords, stoppedWords } from "../words/statusWords";

const delivery = { holds: "rate", beyond: 2 } as const;

/** How far a lever's plans have got, and how much of it may come. */
export const leverDeliveryColumns = defineColumns("levers", [
  {
    id: "status",
    name: "Status",
    headings: phrases(`
      Development status; Scheme status; Plan status; Stage; Maturity; Stage of development; Plans status; Dev status;
      Development stage; Status of plan; Status of plans; Status of scheme; Status of development; Planning status;
      Planning stage; Plan development; Plan development status; Plan maturity; Maturity of plan; Scheme maturity;
      Scheme stage; Project stage; Project status; Proposal status; Saving status; Savings status; Initiative status;
      Lever status; Pipeline stage; Pipeline status; Lifecycle stage; Life cycle stage; Readiness; State;
      Current status; Current stage; Approval status; Approval; Approved?; PID status; Business case status;
      Implementation status; Implementation stage; Progress status; Identified/unidentified;
      Identified or unidentified; Identified?; Identification status; Scheme development status; CIP status;
      QIPP status; Opportunity status
    `),
    sharedHeadings: phrases("RAG status; Rating; Confidence; Gate status; Type"),
    values: { holds: "words", words: new Map([...developmentWords, ...stoppedWords]), choices: statusChoices },
    use: "plan",
    whenBlank: "no status; the saving counts as identified",
    help: "How far the plans have got: Fully developed, Plans in progress, Opportunity, Unidentified, or words of your own. Whether a lever that is closed, rejected, withdrawn, a duplicate or on hold counts is asked.",
    template: {
      width: 16,
      choices: ["Fully developed", "Plans in progress", "Opportunity", "Unidentified"],
      example: "Plans in progress",
    },
  },
  {
    id: "rag",
    name: "RAG",
    headings: phrases(`
      RAG status; RAG rating; Delivery status; Traffic light; Colour; RAG rated; Current RAG; Overall RAG;
      Overall RAG rating; Overall RAG status; Delivery RAG; Delivery RAG rating; Delivery RAG status; Delivery rating;
      Delivery confidence assessment; Delivery confidence RAG; DCA; DCA rating; Financial RAG; Finance RAG;
      Financial RAG rating; Savings RAG; Saving RAG; Scheme RAG; Scheme RAG rating; Project RAG; Project RAG status;
      Milestone RAG; Milestones RAG; Plan RAG; Planning RAG; Implementation RAG; Progress RAG; Forecast RAG; Risk RAG;
      RAG risk; RAG risk rating; RAG for delivery; RAG (delivery); Deliverability RAG; Confidence RAG; BRAG;
      BRAG status; BRAG rating; BRAGG; RAGB; RAG B; RAYG; R/A/G; Red/amber/green; Traffic light status;
      Traffic light rating; Colour rating; Color; Rating; Status RAG; PMO RAG; RYG; RYG status; RAG status (delivery);
      Month RAG; RAG this month
    `),
    sharedHeadings: phrases(`
      Status; Scheme status; Project status; Risk; Risk rating; Confidence; Delivery confidence; Deliverability;
      Scheme stage; Gate status
    `),
    values: { holds: "words", words: ragWords, choices: ragChoices },
    use: "plan",
    whenBlank: "no colour",
    help: "The colour of delivery: Red, Amber, Green. It never makes a saving unidentified.",
    template: null,
  },
  {
    id: "risk",
    name: "Risk",
    headings: phrases(`
      Risk rating; Risk level; Deliverability; H/M/L; Level of risk; Risk status; Risk score; Risk category;
      Risk of delivery; Delivery risk; Delivery risk rating; Risk to delivery; Risk of non-delivery;
      Likelihood of non-delivery; Non-delivery risk; Deliverability risk; Deliverability rating; Ease of delivery;
      Overall risk; Overall risk rating; Financial risk; Financial risk rating; Risk profile; Risk assessment;
      Risk band; Risk grade; Risk class; Residual risk; Inherent risk; Scheme risk; Scheme risk rating; Project risk;
      Savings risk; Saving risk; Risk H/M/L; HML; High/medium/low; High, medium or low; Risk (high/medium/low);
      Risk - delivery; Delivery risk (H/M/L); Achievability; Difficulty; Complexity
    `),
    sharedHeadings: phrases("RAG; RAG rating; Confidence; Delivery confidence; Likelihood; Rating; Risk RAG"),
    values: { holds: "words", words: riskWords, choices: riskChoices },
    use: "plan",
    whenBlank: "no risk is given",
    help: "How likely it is that the saving does not come: High, Medium or Low.",
    template: null,
  },
  {
    id: "gate",
    name: "Gate",
    headings: phrases(`
      Gateway; Stage gate; Approval stage; Implementation level; Gate status; Gateway status; Gate stage;
      Gateway stage; Gate no; Gate number; Gateway number; Gate level; Gateway level; Current gate; Current gateway;
      Gate passed; Gateway passed; Last gate passed; Stage gate status; PMO gate; PMO gateway; PMO gateway stage;
      PMO stage; Approval gate; Approval level; Decision gate; Governance stage; Governance gate; Assurance gate;
      L level; L stage; L gate; Level of implementation; Degree of implementation; DI level; DoI; Maturity level; IL;
      IL level; IL stage; Wave stage; Pipeline gate; CIP gateway; CIP gate; Scheme gateway; Project gateway;
      Gateway position; G stage
    `),
    sharedHeadings: phrases(`
      Stage; Status; Level; Scheme stage; Project stage; Pipeline stage; Maturity; Development stage
    `),
    values: { holds: "words", words: gateWords, choices: gateChoices },
    use: "plan",
    whenBlank: "no gate is given",
    help: "The gate that the lever has passed, in the register's own notation: L0 to L5, G3, Gateway 2, Stage 4.",
    template: null,
  },
  {
    id: "low",
    name: "Low",
    headings: phrases(`
      Low %; Worst case; Minimum; Pessimistic; Low delivery; Low delivery %; Delivery low; Low case; Low case %;
      Low estimate; Low estimate %; Low range; Lower; Lower estimate; Lower bound; Lower limit; Lower range; Low end;
      Worst; Worst case %; Worst-case delivery; Minimum %; Minimum delivery; Min; Min %; Pessimistic %;
      Pessimistic case; Downside; Downside case; Downside %; Low scenario; P10; Low (% of plan); Low as % of plan
    `),
    values: delivery,
    use: "plan",
    whenBlank: "no range; Likely counts, else 1",
    help: "The least that may come, as a share of the plan: 50%. Below 0% where costs may rise instead.",
    template: { width: 8, numberFormat: "0%", example: 0.5 },
  },
  {
    id: "likely",
    name: "Likely",
    headings: phrases(`
      Most likely; Likely %; Confidence; Probability; Achievement rate; Most likely %; Most likely case;
      Most likely delivery; Likely delivery; Likely delivery %; Delivery likely; Likely case; Mode; Central;
      Central case; Central estimate; Central %; Base case; Base case %; Realistic; Realistic case; Mid case; Middle;
      Expected %; Expected delivery; Expected delivery %; Expected case; P50; Confidence %; Confidence level;
      Confidence level %; Confidence in delivery; Confidence in delivery %; Confidence factor; Confidence rating %;
      Delivery confidence; Delivery confidence %; Delivery %; Delivery factor; Delivery rate; Delivery rate %;
      Probability %; Probability of delivery; Probability of delivery %; Probability of success;
      Probability of achievement; Delivery probability; Delivery probability %; Likelihood; Likelihood %;
      Likelihood of delivery; Likelihood of delivery %; Likelihood of achievement; Chance of delivery;
      Achievement rate %; Achievement %; Expected achievement %; Achievability %; Deliverability %; Risk weighting;
      Risk weighting %; Risk weight; Risk factor; Risk factor %; Risk adjustment %; Risk adjustment factor; Weighting;
      Weighting %; Weight; Realisation rate; Realisation %; Realisation factor; Success rate; Success %;
      Conversion rate; Percentage likely
    `),
    values: delivery,
    use: "plan",
    whenBlank: "1 held between Low and High; without them the weight of the status, else 1",
    help: "The delivery thought most likely, as a share of the plan: 80%. One column of confidence, probability or achievement rate is this.",
    template: { width: 8, numberFormat: "0%", example: 0.8 },
  },
  {
    id: "high",
    name: "High",
    headings: phrases(`
      High %; Best case; Maximum; Optimistic; High delivery; High delivery %; Delivery high; High case; High case %;
      High estimate; High estimate %; High range; Upper; Upper estimate; Upper bound; Upper limit; Upper range;
      High end; Best; Best case %; Best-case delivery; Maximum %; Maximum delivery; Max; Max %; Optimistic %;
      Optimistic case; Upside; Upside case; Upside %; High scenario; P90; Stretch case; High (% of plan);
      High as % of plan
    `),
    values: delivery,
    use: "plan",
    whenBlank: "no range; Likely counts, else 1",
    help: "The most that may come, as a share of the plan: 110%.",
    template: { width: 8, numberFormat: "0%", example: 1 },
  },
]);
