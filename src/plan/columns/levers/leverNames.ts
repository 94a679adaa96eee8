import { defineColumns } from "../defineColumns";
import { phrases } from "../words/phrases";

/** What a lever is called, who leads it, and what it is counted under. */
export const leverNamesColumns = defineColumns("levers", [
  {
    id: "lever",
    name: "Lever",
    headings: phrases(`
      Scheme; Scheme name; Scheme title; Levers; Schemes; Project; Project name; Project title; Proposal;
      Savings proposal; Saving proposal; Proposal title; Proposal name; Budget proposal; Initiative; Initiatives;
      Idea; Ideas; Idea title; Initiative name; Savings measure; Savings scheme; Saving scheme; Savings scheme name;
      Savings item; Saving item; Description of scheme; Scheme description; Description; Description of saving;
      Description of savings; Description of proposal; Description of savings proposal; Proposal description;
      Savings description; Saving description; Brief description; Short description; Project description;
      Initiative description; Opportunity description; Budget saving description; Scheme details; Scheme summary;
      Description of budget reduction; Budget reduction proposal; CIP scheme; CIP scheme name; CIP; CIP title;
      CIP description; CIP name; QIPP scheme; QIPP scheme name; QIPP; WRP scheme; Efficiency scheme;
      Efficiency scheme name; Efficiency proposal; Efficiency description; Cost improvement scheme; Cost improvement;
      Opportunity; Opportunity name; Opportunity title; Synergy; Synergies; Synergy initiative; Action; Action title;
      Measure name; Savings opportunity; Saving opportunity; Savings initiative; Savings lever; Saving lever;
      Lever name; Name; Title; Savings line; Savings title; Saving title; Name of scheme; Name of project;
      Name of saving; Title of scheme; Title of saving; Title of proposal; Budget option; Savings option;
      Saving option; Option; Option title; Transformation project; Workstream scheme; Scheme/project;
      Scheme/project name; Project/scheme; Programme/scheme; Task name; Benefit; Benefit name; Benefit title;
      Benefit description; Item of saving; Savings details; Detail of saving; Details of saving; Details of proposal;
      Narrative description; Measure title; Reduction initiative; Reform; Reform measure; Policy; Policy option;
      Savings policy; Programme/project; CIP/QIPP scheme; Work package; Efficiency measure; Efficiency initiative;
      Item; Contract; Contract name; Row labels
    `),
    sharedHeadings: phrases("Measure; Programme; Efficiency; Efficiencies; Savings; Saving"),
    values: { holds: "name" },
    use: "plan",
    whenBlank: "the row is no lever",
    help: "What the lever or scheme is called: Theatre productivity. Names that occur twice get their reference or sheet beside them.",
    template: { width: 28, example: "Theatre productivity" },
  },
  {
    id: "reference",
    name: "Reference",
    headings: phrases(`
      Ref; Scheme ID; CIP ref; PID; Code; Ref no; Ref number; Reference no; Reference number; Reference code;
      Scheme ref; Scheme reference; Scheme no; Scheme number; Scheme code; Project ref; Project reference; Project ID;
      Project no; Project number; Project code; PID ref; PID no; PID number; PID reference; CIP ID; CIP no;
      CIP number; CIP code; CIP reference; QIPP ref; QIPP ID; QIPP code; Proposal ref; Proposal reference;
      Proposal ID; Proposal number; Proposal no; Savings ref; Saving ref; Savings reference; Saving reference;
      Savings ID; Saving ID; Savings code; Saving code; Savings no; Saving number; MTFS ref; MTFS reference; MTFP ref;
      MTFP reference; Budget ref; Budget reference; Unique ref; Unique reference; Unique ID; Unique identifier;
      Unique reference number; URN; UID; ID; ID no; Identifier; Lever ref; Lever ID; Initiative ID; Initiative ref;
      Initiative no; Opportunity ID; Opportunity ref; Option ref; Option no; Template ref; Template no; Benefit ID;
      Benefit ref; PMO ref; PMO ID; PMO reference; Business case ref; Key
    `),
    values: { holds: "code" },
    use: "plan",
    whenBlank: "the lever is known by its name",
    help: "The register's own number for the lever, such as CIP003. It travels to the results and tells levers of one name apart.",
    template: null,
  },
  {
    id: "rowNumber",
    name: "Row number",
    headings: phrases(`
      No.; #; Row; Row no; Line no; Line number; Item no; Item number; S/N; SN; Sr no; Serial no; Seq; Sequence;
      Order; Rank
    `),
    values: { holds: "number" },
    use: "set aside",
    whenBlank: "nothing",
    help: "A count of the rows. It is no reference, as it changes when rows are moved.",
    template: null,
  },
  {
    id: "group",
    name: "Group",
    headings: phrases(`
      Workstream; Theme; Programme; Directorate; Division; Work stream; Savings theme; Efficiency theme;
      Transformation theme; MTFS theme; Program; Programme area; Programme name; Transformation programme;
      Savings programme; Efficiency programme; Work programme; Portfolio; Portfolio area; Cabinet portfolio; Strand;
      Pillar; Department; Departments; Dept; Group name; Grouping; Scheme group; Savings group; Lever group;
      Programme group; Owner group; Care group; Clinical group; Clinical division; Clinical business unit;
      Business unit; Business group; Business area; CBU; Service group; Service area; Service; Service name; Services;
      Area; Area of work; Work area; Function; Functional area; Team; Specialty; Speciality; Subspecialty; Ward;
      Point of delivery; POD; Locality; Region; Site; Branch; Section; Unit name; Cluster; Committee;
      Lead directorate; Lead division; Lead department; Directorate/division; Division/directorate;
      Directorate/service; Directorate and service; Service/directorate; Division/care group; Owning directorate;
      Owning division; Priority; Priority area; Strategic priority; Strategic theme; Corporate priority;
      Workstream name; Workstream/theme; Theme/workstream; Category of scheme; Scheme category; CIP category;
      CIP theme; CIP programme; QIPP programme; QIPP category; Savings category; Saving category; Efficiency category;
      Opportunity category; Opportunity area; Category of saving; Model hospital category; Vote; Appropriation;
      Cabinet member portfolio; Corporate plan theme; Transformation workstream; CIP workstream;
      Efficiency workstream; Saving theme; Delivery programme; Programme/theme; Directorate name; Division name;
      Department name
    `),
    sharedHeadings: phrases("Category; Categories; Type of scheme; Scheme type; Organisation; Funding source"),
    values: { holds: "text" },
    use: "plan",
    whenBlank: "in no group",
    help: "What subtotals are made by: a workstream, theme, directorate or division. Any other column of text can be used so as well.",
    template: { width: 14, example: "Productivity" },
  },
  {
    id: "organisation",
    name: "Organisation",
    headings: phrases(`
      Provider; Trust; Body; Organisation name; Organization; Organization name; Org; Org name; Org code;
      Provider name; Trust name; Lead organisation; Lead organization; Delivered by; Delivery organisation;
      Responsible organisation; Accountable organisation; Partner; Partner organisation; Commissioner; ICB; CCG; ICS;
      Place; Health board; Council; Local authority; Authority; Agency; Ministry; Entity; Legal entity; Company;
      Subsidiary; Arm's length body; ALB; School; College; Force; System partner; Sector partner
    `),
    values: { holds: "text" },
    use: "plan",
    whenBlank: "no organisation is named",
    help: "The body that delivers the saving, where a register covers several: Northmoor Hospitals. Used for subtotals and for transfers between bodies.",
    template: null,
  },
  {
    id: "appliesTo",
    name: "Applies to",
    headings: phrases(`
      Category; Budget line; Area of spend; Cost category; Categories; Category affected; Categories affected;
      Cost categories; Spend category; Spending category; Spend area; Spending area; Area of spending; Areas of spend;
      Area of expenditure; Budget lines; Budget heading; Budget area; Budget affected; Budget area affected;
      Budget heading affected; Budget line affected; Budget category; Budget type; Service affected;
      Services affected; Service line; Applies; Applied to; Applies to category; Applies to categories; Affects;
      Acts on; Impacts on; Spend affected; Spending affected; Spend type; Spend line; Cost line; Cost type; Cost area;
      Cost group; Cost element; Type of spend; Type of cost; Type of expenditure; Expenditure type;
      Expenditure category; Expenditure heading; Expenditure line; Expense type; Expense category; Account category;
      Account group; Subjective; Subjective category; Subjective heading; Subjective type; Pay/non-pay;
      Pay or non-pay; Pay/non-pay/income; Pay, non-pay or income; P/NP/I; I&E category; I&E line; I & E heading;
      Income/pay/non-pay; Targeted spend; Targeted budget; Sector; Cost base
    `),
    sharedHeadings: phrases(`
      Directorate; Division; Department; Service; Services; Service area; Care group; Area; Programme; Business unit;
      Function; Portfolio; Scheme category; Savings category; Type; Budget
    `),
    values: { holds: "categories" },
    use: "plan",
    whenBlank: "all categories",
    help: "The categories of the Spending table that the lever works on: Acute care; Estates. Several are separated by commas or semicolons; All, Trust-wide or Council-wide mean every one.",
    template: { width: 18, example: "Acute care" },
  },
]);
