/** Shows a sentence below the ribbon until it is closed, or until another with the same `topic` takes its place. */
export function showMessage(topic: string, text: string): void {
  clearMessage(topic);
  const message = document.createElement("div");
  message.className = "message";
  message.dataset["topic"] = topic;
  const sentence = document.createElement("span");
  sentence.textContent = text;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => message.remove());
  message.append(sentence, close);
  document.getElementById("messages")?.append(message);
}

export function clearMessage(topic: string): void {
  document.querySelector(`#messages [data-topic="${topic}"]`)?.remove();
}
