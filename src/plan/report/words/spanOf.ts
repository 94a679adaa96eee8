/** "2015/16–2017/18". */
export function spanOf(years: string[]): string {
  const lastYear = years.at(-1) ?? "";
  return years.length > 1 ? `${years[0]}–${lastYear}` : lastYear;
}
