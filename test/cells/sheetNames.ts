import fc from "fast-check";

/** Names of sheets that an address could misread. */
export const hostileSheetNames = [
  ...[
    "Levers",
    "My sheet",
    "Bob's",
    "''",
    "it's 'quoted'",
    "a!b",
    "Sheet1!A1",
    "$A$1",
    "=A1",
    " padded ",
    "doubled  space",
    "no\u00a0break",
  ],
  ...[
    "Q1",
    "q1",
    "XFD1048576",
    "XFE1",
    "ABCD1",
    "A1B",
    "R",
    "c",
    "RC",
    "R1",
    "C5",
    "R1C1",
    "rc5",
    "R1C",
    "TRUE",
    "False",
    "TRUER",
  ],
  ...[
    "2025",
    "2025-26",
    "2025.26",
    "1st",
    "_1",
    ".hidden",
    "a.b",
    "a-b",
    "a,b",
    "a:b",
    "a+b",
    "Größe",
    "Ärzte 1",
    "計画",
    "Ω1",
    "😀",
    "e\u0301",
  ],
];

/** What Excel takes for a sheet's name: 1 to 31 characters without \ / ? * [ ] : and no apostrophe at either end; here, anything but blank. */
export const anySheetName = fc.oneof(
  fc.constantFrom(...hostileSheetNames),
  fc.string({ minLength: 1, maxLength: 31, unit: "grapheme" }),
  fc.string({ minLength: 1, maxLength: 31, unit: fc.constantFrom(..."'!$=A1rc. _:") }),
);
