import { WebProtocol, type WebProtocolOptions } from "@workbooks/stand-in/transport/webProtocol";
import { turns } from "../../../support/turns";

interface Answer {
  _actionName: string;
  _correlationId: number;
  _errorCode: number;
  _responseType: number;
  _data: unknown;
}

function start(overrides: Partial<WebProtocolOptions> = {}) {
  const posted: Answer[] = [];
  const problems: string[] = [];
  const saved: [string, string][][] = [];
  const protocol = new WebProtocol({
    conversationId: "conversation1",
    appId: "app1",
    addinName: "Test",
    locale: "en-US",
    documentUrl: "https://localhost:3000/workbook",
    requirements: { excelapi: "1.17" },
    post: (text) => posted.push(JSON.parse(text) as Answer),
    execute: async (body) => `answer to ${body}`,
    file: async () => new Uint8Array([1, 2, 3, 4, 5]),
    settings: () => [["colour", '"blue"']],
    saveSettings: (settings) => void saved.push(settings),
    onProblem: (message) => problems.push(message),
    ...overrides,
  });
  let correlation = 0;
  const ask = async (action: string, data: unknown = null, type = 0): Promise<Answer> => {
    const id = ++correlation;
    const taken = protocol.receive(
      JSON.stringify({
        _messageType: 0,
        _actionType: type,
        _actionName: action,
        _conversationId: "conversation1",
        _correlationId: id,
        _data: data,
      }),
    );
    expect(taken).toBe(true);
    await turns(20);
    const answer = posted.find((one) => one._correlationId === id && one._responseType === 0);
    if (!answer) throw new Error(`No answer to ${action}.`);
    return answer;
  };
  return { protocol, posted, problems, saved, ask };
}

const method = (id: number, rest: object = {}) => ({
  DdaMethod: { ControlId: "app1", Version: 1, DispatchId: id },
  ...rest,
});

test("the frame's name tells Office.js that it runs in Excel on the web, with shared runtime and custom functions", () => {
  const name = JSON.parse(start().protocol.frameName("https://localhost:3000")) as Record<string, string>;
  expect(name).toEqual({
    baseFrameName: "app1",
    serializerVersion: 1,
    hostInfo: "Excel$Web$16.01$en-US$$$disableLogging$3",
    xdmInfo: "conversation1|app1|https://localhost:3000/",
  });
});

test("start-up is answered with Excel on the web, the settings and the requirement sets", async () => {
  const { ask } = start();
  const answer = await ask("ContextActivationManager_getAppContextAsync", "app1");
  expect(answer).toMatchObject({
    _errorCode: 0,
    _data: { _appName: 16, _settings: [["colour", '"blue"']], _requirementMatrix: '{"excelapi":"1.17"}' },
  });
});

test("a rich API request goes to the stand-in as it is, and its answer back as Office.js expects it", async () => {
  const { ask } = start();
  const answer = await ask(
    "executeMethod",
    method(93, { ArrayData: ["IterativeExecutor", "POST", "ProcessQuery", [], "BODY", 0] }),
  );
  expect(answer._data).toEqual({ Error: 0, Version: 1, Data: [200, null, "answer to BODY"] });
});

test("messages to the add-in wait until it listens, and then come in order", async () => {
  const { protocol, posted, ask } = start();
  protocol.sendRichApi([[1, 1000, "", "{}", "a", false]]);
  protocol.sendRichApi([[1, 1000, "", "{}", "b", false]]);
  expect(posted).toEqual([]);
  const registered = await ask("richApiMessage", null, 1);
  expect(registered._data).toEqual({ Error: 0 });
  expect(posted.at(-1)).toMatchObject({
    _responseType: 1,
    _correlationId: registered._correlationId,
    _data: {
      ArrayData: [
        [1, 1000, "", "{}", "a", false],
        [1, 1000, "", "{}", "b", false],
      ],
    },
  });
  await ask("richApiMessage", null, 2);
  const before = posted.length;
  protocol.sendRichApi([[1, 1000, "", "{}", "c", false]]);
  expect(posted).toHaveLength(before);
});

test("a ribbon button is done when the add-in says so, and fails when it says that", async () => {
  const { protocol, posted, ask } = start();
  await expect(protocol.invokeCommand("runAgain", "button")).rejects.toThrow("has not started yet");
  await ask("appCommandInvoked", null, 1);

  const done = protocol.invokeCommand("runAgain", "Savings.RunAgain");
  const event = posted.at(-1)?._data as Record<number, string>;
  expect(event[1]).toBe("runAgain");
  expect(JSON.parse(event[2] ?? "")).toEqual({ source: { id: "Savings.RunAgain" } });
  expect((await ask("executeMethod", method(94, { ArrayData: [event[0], 0, "{}"] })))._data).toEqual({
    Error: 0,
    Version: 1,
  });
  await done;

  const failing = protocol.invokeCommand("nothing", "button");
  const id = (posted.at(-1)?._data as Record<number, string>)[0];
  const [, failure] = await Promise.all([
    ask("executeMethod", method(94, { 0: id, 1: 11001 })),
    failing.catch((error: Error) => error.message),
  ]);
  expect(failure).toMatch(/no function for this button/);
});

test("settings are saved with the document", async () => {
  const { ask, saved } = start();
  const data = method(76, { DdaSettingsMethod: { OverwriteIfStale: true, Properties: [["colour", '"red"']] } });
  expect((await ask("executeMethod", data))._data).toEqual({ Error: 0, Version: 1 });
  expect(saved).toEqual([[["colour", '"red"']]]);
});

test.each([
  ["an unknown action", "ContextActivationManager_openWindowInHost", ["x"], 0],
  ["an unknown dispatch id", "executeMethod", method(64), 0],
  ["an unknown notification", "ContextActivationManager_notifyHost", ["app1", 22], 0],
  ["an event that is never raised", "officeThemeChanged", null, 1],
  ["a completion of a command that was not called", "executeMethod", method(94, { ArrayData: ["command7", 0, ""] }), 0],
])("%s is refused and reported, not said to be done", async (_, action, data, type) => {
  const { ask, problems } = start();
  const answer = await ask(action, data, type);
  expect(answer._errorCode).toBeLessThan(0);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(/refused/);
});

test("a failure of the stand-in is an error for the add-in, not silence", async () => {
  const { ask, problems } = start({ execute: () => Promise.reject(new Error("The engine stopped.")) });
  const answer = await ask("executeMethod", method(93, { ArrayData: ["", "POST", "ProcessQuery", [], "BODY"] }));
  expect(answer._errorCode).toBeLessThan(0);
  expect(problems).toEqual(["The engine stopped."]);
});

test.each([
  "",
  "{broken",
  "[]",
  '"text"',
  "null",
  '{"_messageType":1,"_conversationId":"conversation1"}',
  '{"_messageType":0,"_conversationId":"another"}',
])("%j is not ours", (text) => expect(start().protocol.receive(text)).toBe(false));
