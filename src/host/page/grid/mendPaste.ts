import type { Univer } from "@univerjs/core";
import { ISheetClipboardService } from "@univerjs/sheets-ui";

/** Excel ends the lines of what it copies as Windows does; the grid would keep the carriage return in each row's last cell. */
export function mendPaste(univer: Univer): void {
  const clipboard = univer.__getInjector().get(ISheetClipboardService);
  const pasteText = clipboard.legacyPaste.bind(clipboard);
  clipboard.legacyPaste = (html, text, files) => pasteText(html, text && withPlainLines(text), files);
  const pasteItem = clipboard.paste.bind(clipboard);
  clipboard.paste = async (item, pasteType) => {
    if (item.types.length !== 1 || item.types[0] !== PLAIN) return pasteItem(item, pasteType);
    const text = withPlainLines(await (await item.getType(PLAIN)).text());
    return pasteItem(new ClipboardItem({ [PLAIN]: new Blob([text], { type: PLAIN }) }), pasteType);
  };
}

const PLAIN = "text/plain";

/** Lines ended by a line feed alone, and none after the last. */
function withPlainLines(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
}
