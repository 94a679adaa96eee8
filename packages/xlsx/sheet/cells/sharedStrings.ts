import { walkXml } from "../../xml/walkXml";
import { decodeXstring } from "../../xml/xmlText";

/** Texts of the shared strings part in order: rich text joined, phonetic runs (readings of kanji) left out. */
export function readSharedStrings(source: string, part: string): string[] {
  const strings: string[] = [];
  let current = "";
  let inText = false;
  let phonetic = 0;
  walkXml(source, part, {
    open(local) {
      if (local === "si") current = "";
      else if (local === "rPh") phonetic++;
      else if (local === "t") inText = phonetic === 0;
    },
    close(local) {
      if (local === "si") strings.push(decodeXstring(current));
      else if (local === "rPh") phonetic--;
      else if (local === "t") inText = false;
    },
    text(run) {
      if (inText) current += run;
    },
  });
  return strings;
}
