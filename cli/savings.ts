import { DiskError } from "@workbooks/stand-in/files/diskFile";
import { XlsxError } from "@workbooks/xlsx/xlsxError";
import { UsageError } from "@workbooks/stand-in/usageError";
import { runCalc } from "./calcCommand";
import { runCheck } from "./checkCommand";
import type { CommandContext } from "./commandContext";
import { readCommandLine, usage } from "./commandLine";
import { runRecalc } from "./recalcCommand";
import { runRun } from "./runCommand";
import { runShare } from "./shareCommand";

/**
 * The command line. Answers the exit code: 0 done, 2 wrong usage or input that cannot be read, 1 anything else;
 * where it is not 0, one line on `error` says what is wrong.
 */
export async function savings(context: CommandContext): Promise<number> {
  // A reader that has gone away (`| head`) is no failure.
  context.output.on("error", () => undefined);
  try {
    const command = readCommandLine(context.arguments);
    if (command.name === "help") context.output.write(`${usage}\n`);
    else if (command.name === "calc") await runCalc(command, context);
    else if (command.name === "run") await runRun(command, context);
    else if (command.name === "share") await runShare(command, context);
    else if (command.name === "check") await runCheck(command, context);
    else await runRecalc(command, context);
    return 0;
  } catch (error) {
    const isInput = error instanceof UsageError || error instanceof XlsxError || error instanceof DiskError;
    const message = error instanceof Error ? error.message : String(error);
    context.error.write(`${message.replaceAll(/\s*\n\s*/g, " ")}\n`);
    return isInput ? 2 : 1;
  }
}
