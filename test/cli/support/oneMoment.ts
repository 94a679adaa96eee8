/** The notes say to the minute when a run was made: from here on every run of a test is made at one moment. Timers run as ever. */
export function atOneMoment(): void {
  beforeEach(() =>
    jest.useFakeTimers({
      now: new Date(2026, 2, 31, 12, 0),
      doNotFake: [
        ...(["hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "clearImmediate"] as const),
        ...(["setInterval", "clearInterval", "setTimeout", "clearTimeout"] as const),
      ],
    }),
  );
  afterEach(() => jest.useRealTimers());
}
