const marks = [
  /\b(?:it|test|describe)(?:\.each|\.concurrent)?\.(?:skip|only|todo|failing)\b/,
  /\b(?:xit|xtest|xdescribe|fit|fdescribe)\s*[.(]/,
];

/** One sentence for each test that does not run, or that keeps others from running: a test that is skipped proves nothing. */
export function skippedTestFaults(file: string, text: string): string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      marks.some((mark) => mark.test(line)) ? [`${file}:${index + 1}: '${line.trim()}' keeps tests from running.`] : [],
    );
}
