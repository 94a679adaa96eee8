/** Every property draws the same examples in every run; `npm run fuzz` sets SEED to draw others. */
const fc = require("fast-check");

fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
