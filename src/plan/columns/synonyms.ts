import type { TableKind } from "../tableKinds";

/**
 * What the columns of each table are called in the field, by meaning; the first name is the one shown.
 * Compared without case, punctuation, unit and price basis; "%" is the word percent. One heading belongs to one meaning of its table.
 */
export const synonyms: Record<TableKind, Record<string, { name: string; headings: string[] }>> = {
  spending: {
    category: {
      name: "Category",
      headings: [
        "Cost category", "Spend category", "Spending category", "Categories", "Area of spend", "Spend area", "Service", "Services", "Service line",
        "Programme", "Budget line", "Budget heading", "Cost line", "Line", "Sector", "Type of spend", "Spending", "Expenditure type", "Area", "Care setting",
        "Commissioned service", "Cost group", "Directorate", "Description", "Item", "Budget area",
      ],
    },
    base: {
      name: "Base",
      headings: [
        "Baseline", "Base spend", "Base year", "Baseline spend", "Base year spend", "Opening", "Opening spend", "Outturn", "Current spend", "Base cost",
        "Base amount", "Opening budget", "Base budget", "Actual", "Current", "Spend", "Annual spend", "Budget", "Annual budget", "Expenditure", "Base value",
      ],
    },
    growth: {
      name: "Growth",
      headings: [
        "Growth %", "Growth rate", "Annual growth", "Yearly growth", "Growth pa", "Growth p.a.", "Growth % pa", "Growth % p.a.", "Growth per year", "Annual growth %",
        "Annual growth rate", "Pressure", "Pressure %", "Cost pressure", "Cost growth", "Real growth", "Cash growth", "Uplift", "Growth a year", "Demand growth",
        "Yearly growth %", "Real growth %", "Real terms growth", "Cost pressure %", "Spend growth", "Uplift %", "Growth each year",
      ],
    },
  },
  funding: {
    category: {
      name: "Funding",
      headings: [
        "Source", "Funding source", "Source of funding", "Funding stream", "Stream", "Allocation", "Allocations", "Category", "Line", "Description", "Item",
        "Resource", "Resources", "Income", "Budget line", "Funding line", "Type of funding", "Fund", "Funder",
      ],
    },
    base: {
      name: "Base",
      headings: [
        "Baseline", "Base funding", "Base year", "Baseline funding", "Base year funding", "Opening", "Opening funding", "Opening allocation", "Outturn",
        "Current funding", "Base amount", "Base allocation", "Current", "Actual", "Amount", "Budget", "Annual budget", "Annual funding", "Base budget", "Base value",
      ],
    },
    growth: {
      name: "Growth",
      headings: [
        "Growth %", "Growth rate", "Annual growth", "Yearly growth", "Growth pa", "Growth p.a.", "Growth % pa", "Growth % p.a.", "Growth per year", "Annual growth %",
        "Annual growth rate", "Funding growth", "Real growth", "Cash growth", "Uplift", "Growth a year", "Allocation growth", "Yearly growth %", "Real growth %",
        "Real terms growth", "Uplift %", "Funding growth %", "Growth each year",
      ],
    },
  },
  levers: {
    lever: {
      name: "Lever",
      headings: [
        "Levers", "Scheme", "Schemes", "Scheme name", "Scheme title", "Lever name", "Savings lever", "Saving lever", "Initiative", "Initiatives", "Project", "Project name",
        "Savings scheme", "Saving scheme", "CIP scheme", "QIPP scheme", "Efficiency scheme", "Opportunity", "Action", "Measure", "Name", "Title", "Description",
        "Scheme description", "Savings measure", "Project title", "Workstream scheme",
      ],
    },
    group: {
      name: "Group",
      headings: [
        "Lever group", "Theme", "Workstream", "Work stream", "Work-stream", "Portfolio", "Strand", "Area", "Programme",
        "Programme area", "Scheme group", "Savings theme",
        "Programme group", "Grouping", "Savings group", "Owner group", "Pillar",
      ],
    },
    appliesTo: {
      name: "Applies to",
      headings: [
        "Category", "Categories", "Cost category", "Cost categories", "Spend category", "Spending category", "Spend area", "Area of spend", "Applies", "Budget line",
        "Applies to category", "Applies to categories", "Affects", "Acts on", "Spend affected", "Cost line", "Applied to", "Service line",
      ],
    },
    saving: {
      name: "Saving",
      headings: [
        "Savings", "Amount", "Saving amount", "Savings amount", "Planned saving", "Planned savings", "Full year saving", "Full-year saving", "Full year savings", "Full year effect",
        "FYE", "FYE saving", "FYE savings", "Annual saving", "Annual savings", "Value", "Gross saving", "Gross savings", "Target", "Target saving", "Savings target", "Plan",
        "Plan value", "Full year effect saving", "Saving full year", "Saving a year", "Annual amount", "Plan saving", "Scheme value", "Saving (full-year)", "Full-year amount",
      ],
    },
    savingShare: {
      name: "Saving %",
      headings: [
        "Savings %", "% saving", "% savings", "Saving share", "Share saved", "Saving rate", "Savings rate", "Level", "% of spend", "Percent saved", "Saving % of spend", "Savings % of spend",
        "% of spend saved", "% reduction", "Reduction %", "Saving as % of spend", "Annual rate", "Efficiency %", "Efficiency", "Efficiency rate", "Annual %", "Annual saving %",
        "Rate", "%", "% pa", "% p.a.", "Saving % pa", "Saving % p.a.", "Annual saving rate", "Yearly rate", "Annual efficiency", "Saving level", "Level %", "Share of spend saved",
      ],
    },
    yearlyEfficiency: {
      name: "Yearly efficiency %",
      headings: [
        "Yearly efficiency", "Yearly efficiency rate", "Annual efficiency %", "Annual efficiency rate", "Efficiency per year", "Efficiency % per year", "Efficiency a year",
        "Efficiency % a year", "Efficiency pa", "Efficiency p.a.", "Efficiency % pa", "Efficiency % p.a.", "Productivity per year", "Productivity % per year", "Yearly productivity %",
        "Annual productivity %", "Compounding efficiency", "Compounding efficiency %", "Compound rate", "Year on year efficiency", "Year-on-year efficiency %", "Compounding rate",
      ],
    },
    overlaps: { name: "Overlaps", headings: ["Overlap", "Overlaps?", "Overlapping", "Overlaps with others", "Overlaps others", "Works on the rest", "Overlaps other levers"] },
    start: {
      name: "Start",
      headings: ["Start year", "First year", "From", "Start date", "From year", "Starts", "Year started", "Go live", "Go-live", "Year", "Start FY", "Starting year", "Go live year", "Begin", "Begins"],
    },
    startMonth: { name: "Start month", headings: ["Month", "Month of start", "Starting month", "First month", "Go live month", "Month start", "Start (month)"] },
    end: { name: "End", headings: ["End year", "Last year", "To", "End date", "Until", "Ends", "To year", "Final year", "Finish", "End FY", "Last active year"] },
    phasing: { name: "Phasing", headings: ["Profile", "Phasing profile", "Phase", "Delivery profile", "Phased", "Ramp profile", "Ramp type"] },
    ramp: { name: "Ramp", headings: ["Ramp years", "Ramp up", "Ramp-up", "Ramp-up years", "Years to full effect", "Ramp length", "Build up years", "Ramp (years)"] },
    ceiling: { name: "Ceiling", headings: ["Adoption ceiling", "Ceiling %", "Adoption ceiling %", "Maximum adoption", "Max adoption", "Take-up ceiling"] },
    recurrent: {
      name: "Recurrent",
      headings: ["Recurrent?", "Recurring", "Recurring?", "Rec", "R/NR", "Recurrent/non-recurrent", "Recurrent or non-recurrent", "Rec/non-rec", "Recurrence", "Recurring or one-off"],
    },
    type: { name: "Type", headings: ["Saving type", "Savings type", "Type of saving", "Lever type", "Scheme type", "Kind", "Type of savings", "Saving category"] },
    status: {
      name: "Status",
      headings: ["RAG", "RAG status", "RAG rating", "Scheme status", "Delivery status", "Plan status", "Rating", "Maturity", "Stage", "Development status", "Confidence", "Delivery RAG"],
    },
    low: { name: "Low", headings: ["Low %", "Low delivery", "Worst", "Worst case", "Minimum", "Min", "Pessimistic", "Low case", "Low delivery %", "Delivery low", "Downside"] },
    likely: { name: "Likely", headings: ["Likely %", "Most likely", "Mode", "Central", "Central case", "Likely delivery", "Most likely %", "Delivery likely", "Likely delivery %", "Likely case"] },
    high: { name: "High", headings: ["High %", "High delivery", "Best", "Best case", "Maximum", "Max", "Optimistic", "High case", "High delivery %", "Delivery high", "Upside"] },
    investment: {
      name: "Investment",
      headings: ["Investment needed", "One-off investment", "Investment cost", "One-off cost", "One off cost", "Up-front cost", "Upfront cost", "Capital", "Implementation cost", "Set-up cost", "Investment required"],
    },
    investmentYear: { name: "Investment year", headings: ["Year of investment", "Invest year", "Investment in", "Investment FY", "Year invested"] },
    runningCost: { name: "Running cost", headings: ["Running costs", "Recurrent cost", "Annual cost", "Yearly cost", "Cost per year", "Running cost per year", "Recurring cost", "Running cost a year", "Annual running cost"] },
    doubleRunning: { name: "Double running", headings: ["Double running cost", "Double-running cost", "Double running costs", "Parallel running", "Parallel running cost", "Transition cost"] },
    doubleRunningYears: { name: "Double-running years", headings: ["Years of double running", "Double running for", "Double running (years)", "Parallel running years", "Double running duration"] },
    evidence: { name: "Evidence", headings: ["Evidence grade", "Evidence base", "Strength of evidence", "Evidence rating", "Source of evidence", "Evidence note"] },
    qualityImpact: { name: "Quality impact", headings: ["QIA", "Quality impact assessment", "Quality", "Quality and safety impact", "Impact on quality", "EQIA"] },
    organisation: { name: "Organisation", headings: ["Organization", "Org", "Provider", "Trust", "Body", "Lead organisation", "Delivered by", "Owner", "Commissioner", "ICB", "Responsible organisation"] },
    costReleased: { name: "Cost released %", headings: ["Cost released", "System release %", "Share released", "System share", "System saving %", "Released to system", "% cost released", "Share leaving the system"] },
    effort: { name: "Effort", headings: ["Delivery effort", "Capacity needed", "Effort (days)", "Effort days", "WTE", "Resource needed", "Capacity used", "Delivery capacity", "Effort WTE", "Person days"] },
  },
}; // prettier-ignore
