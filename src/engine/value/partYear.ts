/** What a saving is worth in the year it starts, in a full year, and what it brings on top in the next. */
interface PartYear {
  partYear: number;
  fullYear: number;
  carryForward: number;
}

/**
 * Part-year effect of a saving that starts in a month: annual × months left in the year / 12.
 *
 * @param annual full-year effect
 * @param startMonth 1–12
 * @param yearStart month in which the year starts, 1–12; 4 is April
 */
export function partYearEffect(annual: number, startMonth: number, yearStart = 4): PartYear {
  const monthsGone = (startMonth - yearStart + 12) % 12;
  return {
    partYear: (annual * (12 - monthsGone)) / 12,
    fullYear: annual,
    carryForward: (annual * monthsGone) / 12,
  };
}
