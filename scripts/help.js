/** Prints how a script is used and ends it, where the user asks for that: before anything is built or loaded. */
function helpIfAsked(usage) {
  if (!process.argv.slice(2).some((word) => word === "--help" || word === "-h")) return;
  console.log(usage);
  process.exit(0);
}

module.exports = { helpIfAsked };
