/** The day of one of Excel's serials. It counts from the last day but one of 1899, since it takes 1900 for a leap year; some workbooks count from 1904. */
export function dateOfSerial(serial: number, date1904 = false): Date {
  return new Date(dayZero + Math.round(sinceDayZero(serial, date1904) * milliseconds));
}

/** The serial of a day, counted as in most workbooks. */
export function serialOfDate(date: Date): number {
  return Math.round((date.getTime() - dayZero) / milliseconds);
}

/** A serial of a workbook as most workbooks would count it. */
export function sinceDayZero(serial: number, date1904: boolean): number {
  return serial + (date1904 ? daysTo1904 : 0);
}

const dayZero = Date.UTC(1899, 11, 30);
const milliseconds = 86_400_000;
const daysTo1904 = 1462;
