import { remembered } from "./remembered";

/** By what a number format divides what it shows: #,##0.0, shows thousands, 0.0,,"m" millions. */
export const shownScale = remembered((numberFormat): number => {
  const [positive = ""] = withoutLiterals(numberFormat).split(";");
  const commas = /[0#?](,+)(?![0#?])/.exec(positive)?.[1]?.length ?? 0;
  return 1000 ** -commas;
});

function withoutLiterals(numberFormat: string): string {
  return numberFormat.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, "");
}
