/** What only a command line gives of a reading, in a part that the pane does not load. */
export { readAnswered } from "./givenAnswers";
export { givenCarried, givenColumns, refuseUnusedColumns } from "./givenColumns";
export { areasOf } from "./tableReferences";
