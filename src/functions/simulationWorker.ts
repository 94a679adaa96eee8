/** Entry of the worker: answers simulations one after another. */
import { simulate, type SimulationRequest } from "../engine/delivery/simulate";

const port = globalThis as unknown as {
  onmessage: (event: { data: { id: number; request: SimulationRequest } }) => void;
  postMessage(message: { id: number; answer: number[] }): void;
};

port.onmessage = ({ data: { id, request } }) => port.postMessage({ id, answer: simulate(request) });
