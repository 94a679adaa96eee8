/** A toolbar is one stop of the Tab key; the arrow keys, Home and End go through what is in it. */
export function watchToolbar(bar: HTMLElement): void {
  const controls = (): HTMLElement[] =>
    [...bar.querySelectorAll<HTMLElement>(":is(button, select):not(.dropDown *)")].filter(
      (control) => !control.matches(":disabled") && control.offsetParent !== null,
    );
  const enter = (target: HTMLElement | undefined): void => {
    if (!target) return;
    for (const control of bar.querySelectorAll<HTMLElement>(":is(button, select):not(.dropDown *)"))
      control.tabIndex = control === target ? 0 : -1;
  };
  bar.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const all = controls();
    const from = all.indexOf(event.target as HTMLElement);
    if (from < 0) return;
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const target = all[(to + all.length) % all.length];
    enter(target);
    target?.focus();
  });
  bar.addEventListener("focusin", (event) => {
    const target = event.target as HTMLElement;
    if (controls().includes(target)) enter(target);
  });
  enter(controls()[0]);
  // What the Tab key would reach may become disabled, and then could not be reached at all.
  new MutationObserver(() => {
    const all = controls();
    if (!all.some((control) => control.tabIndex === 0)) enter(all[0]);
  }).observe(bar, { subtree: true, childList: true, attributeFilter: ["disabled"] });
}
