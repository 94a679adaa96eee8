import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";

const text = { holds: "text" } as const;

/** Who and what is written beside a lever, and that the plan does not count. */
export const leverPeopleColumns = defineColumns("levers", [
  {
    id: "lead",
    name: "Lead",
    headings: phrases(`
      Exec lead; Owner; SRO; Responsible officer; Lead name; Lead officer; Lead person; Lead director; Lead manager;
      Lead executive; Executive lead; Executive; Executive director; Exec director; Exec sponsor; Executive sponsor;
      Executive owner; Exec; Sponsor; Project sponsor; Scheme sponsor; Senior responsible owner;
      Senior responsible officer; Owners; Owner name; Scheme owner; Scheme lead; Project lead; Project owner;
      Project manager; PM; Programme lead; Programme manager; Programme director; Workstream lead; Workstream owner;
      Initiative owner; Lever owner; Saving owner; Savings owner; Saving lead; Savings lead; Benefit owner;
      Benefits owner; Action owner; Delivery lead; Delivery manager; Operational lead; Ops lead; Operational manager;
      Service lead; Service manager; Head of service; Directorate lead; Director; Director responsible;
      Responsible director; Responsible; Responsible person; Responsible manager; Responsibility; Accountable;
      Accountable officer; Accountable owner; Accountable person; Accountable director; Accountable executive;
      Person responsible; Officer; Officer responsible; Manager; Manager responsible; General manager;
      Divisional lead; Divisional manager; Clinical lead; Clinical owner; Nursing lead; Finance lead; Finance manager;
      Finance business partner; Finance contact; Business partner; FBP; PMO lead; PMO contact; Budget holder;
      Budget manager; Cabinet member; Portfolio holder; Lead member; Member; Chief officer; Contact; Lead contact;
      Assistant director
    `),
    values: text,
    use: "kept",
    whenBlank: "nobody is named",
    help: "Who answers for the lever: Chief Operating Officer. It travels to the results if ticked.",
    template: null,
  },
  {
    id: "comments",
    name: "Comments",
    headings: phrases(`
      Notes; Comment; Update; Narrative; Note; Remarks; Remark; Commentary; Updates; Latest update; Progress update;
      Monthly update; Status update; Status comment; Status comments; Status notes; Delivery comments;
      Delivery update; Delivery notes; Finance comments; Finance notes; PMO comments; Additional information;
      Additional comments; Additional notes; Further information; Further details; Other information; Information;
      Detail; Details; Full description; Detailed description; Long description; Explanation; Background; Reason;
      Reasons; Reason for variance; Variance commentary; Variance explanation; Variance reason; Variance comments;
      Justification; Risks; Key risks; Risk description; Risk comments; Risks and issues; Risks/issues;
      Risk and issues; Issues; Key issues; Mitigating actions; Mitigation; Mitigations; Mitigating action; Actions;
      Actions required; Next steps; Next step; Key milestones; Milestones; Milestone; Dependencies; Dependency;
      Progress; Progress to date; Progress notes; Outcome; Objectives; Objective; Scope description; Queries; Query;
      Feedback
    `),
    sharedHeadings: phrases("Description; Scheme description; Description of saving; Proposal description"),
    values: text,
    use: "kept",
    whenBlank: "nothing",
    help: "Anything said about the lever. It travels to the results if ticked; no word in it is taken for a value.",
    template: null,
  },
  {
    id: "costCentre",
    name: "Cost centre",
    headings: phrases(`
      Cost center; Cost centre code; Cost centre no; Cost centre number; Cost centre name; Cost centre description;
      Cost centre(s); Cost centres; Cost code; Cost code name; CC; CC code; Budget code; Budget centre; Ledger code;
      Ledger; GL code; GL account; General ledger code; Account code; Account; Account no; Account number;
      Account description; Nominal; Nominal code; Subjective code; Objective code; Objective analysis; Analysis code;
      Financial code; Finance code; Coding; Code combination; Expense code; Fund code; Expenditure code; Detail code;
      Profit centre; Profit center; Business unit code; Department code; Directorate code; Division code;
      Service code; Company code; Programme code; WBS; WBS code; WBS element; Chart of accounts; Oracle code; SAP code
    `),
    values: { holds: "code" },
    use: "set aside",
    whenBlank: "nothing",
    help: "The ledger code that the saving is booked to, such as 40217. It is a number without being an amount, and no reference, as levers share it.",
    template: null,
  },
  {
    id: "reviewDate",
    name: "Review date",
    headings: phrases(`
      Last reviewed; Last review; Last review date; Date reviewed; Date of review; Next review; Next review date;
      Date last reviewed; Reviewed on; Last updated; Last update; Date updated; Date last updated; Updated;
      Updated on; Date of update; Modified; Last modified; Approved on; Approval date; Date approved;
      Date of approval; Approved date; Sign-off date; Date signed off; Date of sign-off; Signed off date; Date added;
      Date raised; Date entered; Date created; Created; Created on; Date logged; Date submitted; Submission date;
      Date received; Date closed; Closed on; Date; Date identified; Date of decision; Decision date; Board date;
      Board approval date; Cabinet date; Committee date; Gateway date; Gate date; Gate review date; PID date;
      PID approval date; Baseline date; QIA approval date; QIA sign-off date; QIA review date; EIA date;
      Milestone date; Next milestone date; Consultation start; Consultation end; Consultation date; Timestamp; As at;
      As at date; Version date
    `),
    values: { holds: "year" },
    use: "set aside",
    whenBlank: "nothing",
    help: "A date of the paperwork, such as when the lever was last reviewed or approved. It is no start.",
    template: null,
  },
  {
    id: "version",
    name: "Version",
    headings: phrases(`
      Version no; Version number; Ver; Revision; Rev; Edition; Release; Source sheet; Source file; Source tab; File;
      File name; Tab; Sheet; Include; Included; In plan; In scope?(Y/N); In forecast?; Active; Count?; New/existing;
      New or existing; Existing/new; Existing or new; Agreed/new; New; New scheme; Statutory;
      Statutory or discretionary; Statutory/discretionary; Mandatory/discretionary; Decision required; Decision;
      Recommendation; Level of control
    `),
    values: text,
    use: "set aside",
    whenBlank: "nothing",
    help: "Which version of the register, or which list, a row is from. It is only kept from being taken for something else.",
    template: null,
  },
  {
    id: "posts",
    name: "Posts",
    headings: phrases(`
      WTE; WTEs; FTE; FTEs; WTE reduction; WTE reductions; FTE reduction; FTE reductions; Reduction in WTE;
      Reduction in FTE; WTE impact; FTE impact; Impact on WTE; Impact on FTE; WTE saving; FTE saving; WTE saved;
      FTE saved; WTE change; FTE change; WTE released; FTE released; Post reduction; Post reductions; Posts deleted;
      Posts reduced; Posts removed; Number of posts; No of posts; Posts affected; Staff affected; Staffing impact;
      Staffing impact FTE; Workforce impact; Workforce impact WTE; Workforce WTE; Headcount; Headcount reduction;
      Headcount impact; Jobs; Staff reduction; Establishment reduction; Post impact; Posts at risk; Vacant posts;
      Redundancies
    `),
    sharedHeadings: phrases("Effort WTE; Delivery WTE"),
    values: { holds: "number" },
    use: "set aside",
    whenBlank: "nothing",
    help: "Posts that go or change with the lever, in full-time equivalents. They are neither money nor delivery effort.",
    template: null,
  },
]);
