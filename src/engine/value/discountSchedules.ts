/** A real discount rate that falls in bands. Data, versioned: a new edition of the source is a new entry. */
export interface DiscountSchedule {
  name: string;
  /** Edition that the rates were taken from. */
  version: string;
  source: string;
  /** `rate` holds for years up to and including `to`; the last band has no end. */
  bands: readonly { to: number; rate: number }[];
}

/** HM Treasury's rates as they stand in the Green Book (2022 edition), annex 6. */
export const discountSchedules = {
  greenbook: {
    name: "greenbook",
    version: "2022",
    source: "HM Treasury, The Green Book (2022), annex 6, standard rate",
    bands: [
      { to: 30, rate: 0.035 },
      { to: 75, rate: 0.03 },
      { to: 125, rate: 0.025 },
      { to: 200, rate: 0.02 },
      { to: 300, rate: 0.015 },
      { to: Infinity, rate: 0.01 },
    ],
  },
  health: {
    name: "health",
    version: "2022",
    source: "HM Treasury, The Green Book (2022), annex 6, health rate",
    bands: [
      { to: 30, rate: 0.015 },
      { to: 75, rate: 0.0129 },
      { to: 125, rate: 0.0107 },
      { to: 200, rate: 0.0086 },
      { to: 300, rate: 0.0064 },
      { to: Infinity, rate: 0.0043 },
    ],
  },
} as const satisfies Record<string, DiscountSchedule>;

export type DiscountScheduleName = keyof typeof discountSchedules;
