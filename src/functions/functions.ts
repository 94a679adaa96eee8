/** Entry of the functions chunk: everything here runs as soon as the page loads, also when no pane is shown. */
import { registerFunctions } from "./register";

registerFunctions();
