/** Asks the Open XML SDK what is wrong with workbooks: `node openXmlFindings.mjs FILE…` prints a list of findings for each. */
import { readFileSync } from "node:fs";
import validate from "@ooxml-tools/validate";

const answers = [];
for (const file of process.argv.slice(2)) {
  try {
    const findings = await validate(new Uint8Array(readFileSync(file)), "xlsx", "Microsoft365");
    answers.push(findings.map(({ description, path }) => ({ part: path.partUri, description, at: path.xpath })));
  } catch (error) {
    // It does not open at all.
    answers.push([{ part: "", description: String(error.message), at: "" }]);
  }
}
process.stdout.write(JSON.stringify(answers), () => process.exit(0));
