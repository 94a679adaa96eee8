import { planMoves } from "./planMoves";
import { planSavings } from "./planSavings";

export const planInCells = [...planSavings, ...planMoves];
