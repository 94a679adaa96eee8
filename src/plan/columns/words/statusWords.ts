import { findWord, wordMap } from "./wordMap";

/** How far the plans for a lever have got. */
export const developmentWords: ReadonlyMap<string, string> = wordMap([
  [
    "Fully developed",
    `fully developed; fully-developed; developed; plan developed; fully planned; full plan; approved; fully approved;
    agreed; signed off; sign-off complete; in delivery; delivery; delivering; ready for delivery; ready to deliver;
    implementation; in implementation; being implemented; implementing; pid approved; pid complete;
    business case approved; confirmed; secured; on track; identified and validated`,
  ],
  [
    "Plans in progress",
    `plans in progress; plan in progress; plans in-progress; in progress; planning; in planning; in development;
    under development; developing; development; being developed; work in progress; wip; partially developed;
    part developed; partly developed; scoping; in scoping; design; in design; draft; drafted; pid in progress;
    business case in development; validating; awaiting approval; submitted; pending approval; identified`,
  ],
  [
    "Opportunity",
    `opportunity; opportunities; idea; ideas; concept; pipeline; potential; proposal; proposed; outline; hopper;
    long list; longlist; hypothesis; early stage; for exploration; exploring; under consideration`,
  ],
  [
    "Unidentified",
    `unidentified; un-identified; not identified; not yet identified; to be identified; tbi; unidentified savings;
    unidentified saving; unidentified scheme; yet to be identified; no plan; no plans`,
  ],
  [
    "Delivered",
    `delivered; fully delivered; complete; completed; implemented; fully implemented; live; achieved; fully achieved;
    done; banked; realised; realized; embedded; removed from budget`,
  ],
]);

/** Words of levers that may no longer count: each is a question. */
export const stoppedWords: ReadonlyMap<string, string> = wordMap([
  ["Closed", "closed; ended; scheme closed; project closed"],
  [
    "Rejected",
    `rejected; reject; not approved; do not approve; declined; decline; refused; refuse; not supported;
    do not support; do not proceed; don't proceed; not to proceed; do not progress; do not include; do not pursue;
    no go; no-go; not recommended; not endorsed; not accepted; not counted; not progressed; not being progressed;
    not taken forward; not proceeding; not progressing; not being taken forward; not viable; no longer viable; unviable;
    not feasible; not achievable; not deliverable; undeliverable; not pursued; not agreed`,
  ],
  [
    "Withdrawn",
    `withdrawn; withdraw; removed; cancelled; canceled; dropped; stopped; abandoned; discontinued; deleted; terminated;
    archived; superseded; replaced`,
  ],
  [
    "Not in the plan",
    `not in plan; not in the plan; not included; excluded; out of plan; out of scope; reserve list; memorandum;
    for information; for information only`,
  ],
  ["Duplicate", "duplicate; duplicated; duplicate scheme; merged; merged with another; double counted"],
  [
    "On hold",
    `on hold; on-hold; hold; held; paused; parked; suspended; deferred; postponed; stalled; not started – on hold`,
  ],
]);

/** Of those words, the ones of levers that are taken to count all the same. */
export const stillCountWords: ReadonlySet<string> = new Set(["Closed", "On hold"]);

/** A heading over rows which says that they are no part of the plan: "Proposals not taken forward", "Reserve list (not in plan)". */
export function saysLeftOut(heading: string): boolean {
  return notInPlan.test(heading) || stoppedRows.test(heading);
}

const things = "(?:schemes?|proposals?|items?|savings?|ideas?|projects?|options?|initiatives?|lines?)";
const stopped = "(?:rejected|withdrawn|declined|discarded|superseded|cancelled|removed|dropped|excluded|deleted)";
const stoppedRows = new RegExp(`^\\s*(?:${stopped}(?: ${things})?|${things} ${stopped})\\s*(?:[(:–-].*)?$`, "i");
const notInPlan =
  /\bnot (?:being )?(?:taken forward|progress(?:ed|ing)|approved|supported|proceeding|included|counted|(?:costed )?in (?:the |our |current )?(?:plan|programme|total|cip))\b|^\s*(?:reserve list|memo(?:randum)?|for information)\b/i;

/** What a status says of a lever that may no longer count: one of those words, or another lever that it went into. */
export function stoppedWord(text: string): string | undefined {
  return (
    findWord(stoppedWords, text) ?? (wentInto.test(text) ? "Duplicate" : putOff.test(text) ? "On hold" : undefined)
  );
}

/** "Defer to 27/28" */
const putOff = /^\s*(defer|postpone)(red|ed|d)?\b.{0,30}$/i;
const wentInto = /^\s*(duplicate of|duplicates|merged (with|into|in|to)|superseded by|replaced by|combined with) \S/i;

/** Colours of delivery; mixtures are kept as written. */
export const ragWords: ReadonlyMap<string, string> = wordMap([
  ["Green", "green; g; gn; green rated; rag green; on track"],
  ["Amber", "amber; a; am; yellow; y; orange; amber rated; rag amber"],
  ["Red", "red; r; rd; red rated; rag red"],
  ["Blue", "blue; b; complete; completed"],
  ["Grey", "grey; gray"],
  ["Black", "black"],
  ...["R/A", "A/R", "A/G", "G/A", "Red/Amber", "Amber/Red", "Amber/Green", "Green/Amber"].map(
    (mix) => [mix, mix] as const,
  ),
  ["Amber/Red", "ar"],
  ["Amber/Green", "ag"],
]);

export const riskWords: ReadonlyMap<string, string> = wordMap([
  ["High", "high; h; hi; high risk; red; severe; major"],
  ["Medium", "medium; m; med; medium risk; moderate; moderate risk; amber; mid"],
  ["Low", "low; l; lo; low risk; green; minor"],
  ["Very high", "very high; vh; v high; extreme; critical; very high risk"],
  ["Very low", "very low; vl; v low; negligible; very low risk; none; no risk"],
  ...["H/M", "M/H", "M/L", "L/M", "High/Medium", "Medium/High", "Medium/Low", "Low/Medium"].map(
    (mix) => [mix, mix] as const,
  ),
]);

/** Gates in the notations in use: L0 to L5, G0 to G5, IL3, Gate 3, Gateway 2, Stage 2, Level 4. */
export const gateWords: ReadonlyMap<string, string> = wordMap(
  ["L", "G", "IL", "S", "Gate ", "Gateway ", "Stage ", "Level ", "Stage gate "].flatMap((notation) =>
    [0, 1, 2, 3, 4, 5, 6, 7].map((number) => {
      const short = notation.trim();
      return [`${notation}${number}`, `${short}${number}; ${short} ${number}`] as const;
    }),
  ),
);
