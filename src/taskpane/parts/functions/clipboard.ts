/** Whether the pane may put text on the clipboard: Excel on the web, for one, does not let the pages of add-ins do so. */
export function canCopy(): boolean {
  const { clipboard } = navigator as { clipboard?: Partial<Clipboard> };
  if (typeof clipboard?.writeText !== "function") return false;
  return (document as PolicyDocument).featurePolicy?.allowsFeature("clipboard-write") ?? true;
}

/** Whether the text is on the clipboard now. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Chromium's; other browsers do not say. */
type PolicyDocument = Document & { featurePolicy?: { allowsFeature(feature: string): boolean } };
