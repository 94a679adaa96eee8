/**
 * What the custom functions of some namespaces are called: `CONTOSO.ADD` to those who type it, `_xldudf_CONTOSO_ADD` in
 * a file. Names of other namespaces are not known here, and stay as they are.
 */
export class CustomFunctionNames {
  private readonly spellings: { typed: string; kept: string; any: RegExp }[];
  private readonly mention: RegExp | null;

  constructor(namespaces: readonly string[]) {
    const names = namespaces.map((name) => name.toUpperCase()).sort((a, b) => b.length - a.length);
    this.spellings = names.map((name) => {
      const [typed, kept] = [`${name}.`, `_xldudf_${name.replaceAll(".", "_")}_`];
      return { typed, kept, any: new RegExp(`^(?:_xll\\.)?(?:${kept}|${escaped(typed)})`, "i") };
    });
    this.mention = names.length === 0 ? null : new RegExp(names.map((name) => escaped(`${name}.`)).join("|"), "i");
  }

  /** A quick look: whether a formula may call one of them by a name that is typed. */
  mayBeTypedIn(formula: string): boolean {
    return this.mention !== null && this.mention.test(formula);
  }

  /** The name that users type, from any that a file may have; null where it is none of these functions. */
  typed(name: string): string | null {
    const spelling = this.spellings.find(({ any }) => any.test(name));
    // LibreOffice writes names that it does not know in lower case.
    return spelling ? name.replace(spelling.any, spelling.typed).toUpperCase() : null;
  }

  /** The name that files have, from the one that users type, in capitals; null where it is none of these functions. */
  kept(name: string): string | null {
    const spelling = this.spellings.find(({ typed }) => name.startsWith(typed));
    return spelling ? spelling.kept + name.slice(spelling.typed.length) : null;
  }
}

export const noCustomFunctions = new CustomFunctionNames([]);

/** Namespaces have letters, digits, dots and underscores only; of these a pattern takes the dot for something else. */
function escaped(text: string): string {
  return text.replaceAll(".", "\\.");
}
