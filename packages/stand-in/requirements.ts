/** The requirement sets that the stand-in says it has, by lower-case name, unless a test or the preview says otherwise. */
export const defaultRequirements: Record<string, string> = {
  excelapi: "1.17",
  excelapionline: "1.1",
  customfunctions: "1.4",
  customfunctionsruntime: "1.4",
  sharedruntime: "1.2",
  ribbonapi: "1.2",
  dialogapi: "1.2",
  richapiruntime: "1.1",
  customxmlparts: "1.1",
  settings: "1.1",
  keyboardshortcuts: "1.1",
  delayforcelledit: "1.1",
};
