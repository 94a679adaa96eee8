/** Whether the open workbook has changes that are in no file yet: shown beside its name, asked about before they would be lost. */
export class UnsavedChanges {
  private isThere = false;

  constructor(
    private readonly mark: HTMLElement,
    private readonly dialog: HTMLDialogElement,
  ) {
    window.addEventListener("beforeunload", (event) => {
      if (this.isThere) event.preventDefault();
    });
  }

  get exist(): boolean {
    return this.isThere;
  }

  set exist(isThere: boolean) {
    this.isThere = isThere;
    this.mark.hidden = !isThere;
  }

  /** Asks what to do with the changes of `name`; Esc is "cancel". */
  ask(name: string): Promise<"save" | "discard" | "cancel"> {
    const { dialog } = this;
    const question = dialog.querySelector("p");
    if (question) question.textContent = `Save your changes to ${name} before another workbook is opened?`;
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((answered) => {
      const closed = (): void => {
        const answer = dialog.returnValue;
        answered(answer === "save" || answer === "discard" ? answer : "cancel");
      };
      dialog.addEventListener("close", closed, { once: true });
    });
  }
}
