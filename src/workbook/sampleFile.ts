import address from "../../assets/samples/forward-view.xlsx";

/** The bytes of the sample workbook that ships with the add-in; webpack puts them into this module as a data address. */
export function sampleFile(): Uint8Array {
  const base64 = address.slice(address.indexOf(",") + 1);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
