/**
 * Ends in a later turn of the event loop, after what is due in this one. A timer would do, but takes a millisecond in Node and
 * four in a browser, and a batch of Excel's takes several turns.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => later(resolve));
}

const later = laterHere();

function laterHere(): (resolve: () => void) => void {
  // Looked up when it is used: tests play the clock.
  if (typeof setImmediate === "function") return (resolve) => void setImmediate(resolve);
  if (typeof MessageChannel === "function") return laterByMessage();
  return (resolve) => void setTimeout(resolve, 0);
}

/** Browsers have no setImmediate: a message to oneself arrives as a task of its own. */
function laterByMessage(): (resolve: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  };
}
