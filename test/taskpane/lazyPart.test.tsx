import { FluentProvider, webLightTheme } from "@fluentui/react-components";
import { act, type ComponentType } from "react";
import { createRoot } from "react-dom/client";
import { partNotLoaded } from "../../src/taskpane/loadPart";
import { lazyPart } from "../../src/taskpane/parts/lazyPart";
import { cleanUp, click, has, settle, text, the, violations } from "./support/renderPane";

interface GreetingProps {
  name: string;
}
const Greeting = ({ name }: GreetingProps) => <p>Good morning, {name}</p>;

/** Fails with each of these in turn, and then is there. */
function fetchAfter(...failures: Error[]) {
  return jest.fn((): Promise<ComponentType<GreetingProps>> => {
    const failure = failures.shift();
    return failure ? Promise.reject(failure) : Promise.resolve(Greeting);
  });
}

/** As the bundler says it. */
function notFetched(): Error {
  return Object.assign(new Error("Loading chunk 512 failed.\n(error: https://localhost/chunk.js)"), {
    name: "ChunkLoadError",
  });
}

async function render(Part: ComponentType<GreetingProps>): Promise<() => void> {
  const root = createRoot(document.body.appendChild(document.createElement("div")));
  act(() =>
    root.render(
      <FluentProvider theme={webLightTheme}>
        <Part name="Ada" />
      </FluentProvider>,
    ),
  );
  await settle(1);
  return () => act(() => root.unmount());
}

afterEach(cleanUp);

test("a part is fetched when it is first shown, and is there at once from then on", async () => {
  const fetchPart = fetchAfter();
  const Part = lazyPart(fetchPart);
  expect(fetchPart).not.toHaveBeenCalled();
  for (let i = 0; i < 2; i++) {
    const unmount = await render(Part);
    expect(text()).toBe("Good morning, Ada");
    unmount();
  }
  expect(fetchPart).toHaveBeenCalledTimes(1);
});

test("a part that could not be fetched says so in one sentence, as often as that happens, and can be tried again", async () => {
  const unmount = await render(lazyPart(fetchAfter(notFetched(), notFetched())));
  for (let i = 0; i < 2; i++) {
    expect(text()).toBe(`${partNotLoaded}Try again`);
    expect(await violations()).toEqual([]);
    await click(the("button", "Try again"));
  }
  expect(text()).toBe("Good morning, Ada");
  expect(has("button", "Try again")).toBe(false);
  unmount();
});

test("an error in the part itself is not put down to the connection", async () => {
  const unmount = await render(lazyPart(fetchAfter(new Error("The part is broken."))));
  expect(text()).toBe("The part is broken.Try again");
  unmount();
});
