/** What is left of a task, as people say it, once enough is done to tell: "about 12 seconds left". Null before. */
export function timeLeft(part: number | null, milliseconds: number): string | null {
  if (part === null || part < leastPart || part >= 1 || milliseconds < leastTime) return null;
  const seconds = (milliseconds / 1000) * (1 / part - 1);
  if (seconds < 1.5) return "about a second left";
  if (seconds < 10) return `about ${Math.round(seconds)} seconds left`;
  if (seconds < 55) return `about ${Math.round(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  return minutes <= 1 ? "about a minute left" : `about ${minutes} minutes left`;
}

/** The first parts say little of the rest. */
const leastPart = 0.03;
const leastTime = 1000;
