const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Lets the user choose a workbook with the button; `input` is the page's hidden field for it. */
export function watchOpen(button: HTMLElement, input: HTMLInputElement, onFile: (file: File) => void): void {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) onFile(file);
    // Choosing the same file again is a change, too.
    input.value = "";
  });
}

/** Hands a workbook to the user as a download of that name. */
export function download(name: string, bytes: Uint8Array): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes as BlobPart], { type: XLSX }));
  link.download = name;
  link.click();
  // The browser reads the blob a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Opens what is dropped anywhere on the page. */
export function watchDrop(target: HTMLElement, onFile: (file: File) => void): void {
  let depth = 0;
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  const show = (change: number): void => {
    depth += change;
    target.classList.toggle("dropping", depth > 0);
  };
  target.addEventListener("dragenter", (event) => hasFiles(event) && show(1), { capture: true });
  target.addEventListener("dragleave", (event) => hasFiles(event) && show(-1), { capture: true });
  target.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault(), { capture: true });
  target.addEventListener(
    "drop",
    (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      show(-depth);
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    },
    { capture: true },
  );
}
