/** The commands that the README tells a newcomer to type, in the order they stand there, one a line of its shell blocks. */
export function readmeCommands(readme: string): string[] {
  return [...readme.matchAll(/```(?:sh|bash)\n([\s\S]*?)```/g)]
    .flatMap((match) => (match[1] ?? "").split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "");
}

/** One sentence for each npm script that the README names and package.json does not have. */
export function readmeFaults(readme: string, { scripts }: { scripts: Record<string, string> }): string[] {
  const builtIn = ["ci", "install", "test", "start"];
  const named = readmeCommands(readme)
    .flatMap((line) => line.split("&&"))
    .map((part) => /^\s*npm (?:(?:run(?: -s)?) )?([\w:-]+)/.exec(part)?.[1])
    .filter((name): name is string => name !== undefined);
  return [...new Set(named)]
    .filter((name) => !(name in scripts) && !(builtIn.includes(name) && name !== "start" && name !== "test"))
    .map((name) => `README.md names 'npm run ${name}', which package.json does not have.`);
}
