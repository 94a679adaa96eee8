import { hasMember } from "@workbooks/stand-in/wire/coverage";
import type { OfficeMember } from "./officeMembers";

/** One sentence per member that the stand-in would refuse, so that no test could ever have run it. */
export function standInFaults(members: readonly OfficeMember[]): string[] {
  return members.flatMap(({ file, line, owner, member, isOnWire }) =>
    !isOnWire || hasMember(owner, member)
      ? []
      : [
          `${file}:${line}: the Excel stand-in has no ${owner}.${member}; add it to its table (packages/stand-in/wire/classes) or do without.`,
        ],
  );
}
