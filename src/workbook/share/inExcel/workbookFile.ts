import { WorkbookError } from "../../excel/excelErrors";

/** The open workbook's file as it would be saved now, in slices that Excel on the web takes. */
export async function workbookFile(): Promise<Uint8Array> {
  const file = await answered<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: largestSlice }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let length = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await answered<Office.Slice>((done) => file.getSliceAsync(index, done));
      const data = slice.data as number[];
      bytes.set(data, length);
      length += data.length;
    }
    return bytes.subarray(0, length);
  } finally {
    // Excel keeps two at a time; what is not closed is closed with the pane.
    file.closeAsync();
  }
}

/** In base64, as Excel takes a file that it is to open. */
export function base64Of(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

const largestSlice = 4_194_304;
/** As many arguments as every browser takes. */
const piece = 32_768;

function answered<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else
        reject(
          new WorkbookError(
            "notSupported",
            `Excel does not hand out this workbook's file (${error.message}); replace the formulas in this workbook instead.`,
          ),
        );
    }),
  );
}
