// Drives real browsers by the WebDriver protocol, over plain HTTP.
//   const page = await open("chromium"); // or "firefox", "webkit"
//   await page.navigate(url);
//   await page.waitFor("document.title !== ''");
//   await page.close();
import { Failure } from "../command.mjs";
import { freePort } from "../port.mjs";
import { openDisplay } from "./display.mjs";
import { engines } from "./engines.mjs";
import { driverOf } from "./find.mjs";
import { start } from "./process.mjs";

const START = 60_000;
const COMMAND = 120_000;
const END = 10_000;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** One command. What the driver refuses becomes a failure with its own words. */
const send = async (url, method, body, patience) => {
  const response = await fetch(url, {
    method,
    body: body && JSON.stringify(body),
    headers: body && { "content-type": "application/json" },
    signal: AbortSignal.timeout(patience),
  });
  const { value } = await response.json();
  if (response.ok) return value;
  throw new Failure(`${value.error}: ${value.message}`.split("\n")[0], value.message);
};

const isReady = async (base) => {
  try {
    return (await send(`${base}/status`, "GET", undefined, 1000)).ready;
  } catch {
    return false;
  }
};

/** Starts the driver, on a port of its own, and waits until it answers. */
const startDriver = async (engine, driver, env) => {
  const port = await freePort(0);
  const base = `http://127.0.0.1:${port}`;
  const program = await start(driver, engines[engine].args(port, driver), { env });
  let ending;
  program.ended.then((how) => (ending = how));
  for (const since = performance.now(); !(await isReady(base)); await sleep(20)) {
    if (ending === undefined && performance.now() - since < START) continue;
    await program.end();
    throw new Failure(`${driver} does not start (${ending ?? "no answer"}).`, program.written());
  }
  return { ...program, base };
};

const newSession = async (engine, driver, base) => {
  const asked = engines[engine].capabilities(driver);
  const alwaysMatch = { ...asked, timeouts: { script: COMMAND, pageLoad: COMMAND } };
  const { sessionId, capabilities } = await send(`${base}/session`, "POST", { capabilities: { alwaysMatch } }, START);
  return { url: `${base}/session/${sessionId}`, capabilities };
};

const asScript = (script) =>
  typeof script === "function" ? `return (${script}).apply(undefined, arguments);` : script;

/** What can be done with a page. Scripts are texts, or functions that use nothing but their arguments. */
const pageOf = (command, browser, close) => {
  const execute = (script, ...args) => command("POST", "/execute/sync", { script: asScript(script), args });
  return {
    /** Its name and version: `chrome 156.0.1.2`. */
    browser,
    /** Any other command of the protocol, by the end of its path. */
    command,
    navigate: (url) => command("POST", "/url", { url }),
    execute,
    /** The last argument of the script is a function that takes what it answers. */
    executeAsync: (script, ...args) => command("POST", "/execute/async", { script: asScript(script), args }),
    /** Asks until the expression, or function, is true in the page. @returns what it is then. */
    waitFor: async (condition, timeout = START) => {
      const script = typeof condition === "string" ? `return (${condition});` : condition;
      for (const since = performance.now(); performance.now() - since < timeout; await sleep(50)) {
        const value = await execute(script);
        if (value) return value;
      }
      throw new Failure(`${browser}: not within ${timeout / 1000} s: ${condition}`);
    },
    /** @returns a PNG. */
    screenshot: async () => Buffer.from(await command("GET", "/screenshot"), "base64"),
    close,
  };
};

/** Ends the session, so that the browser ends as it wants to; then whatever is left. */
const closer = (session, program, display) => async () => {
  if (session !== undefined) await send(session.url, "DELETE", undefined, END).catch(() => {});
  await program?.end();
  await display?.end();
};

const required = (engine) => {
  const names = Object.keys(engines);
  if (!names.includes(engine)) throw new Failure(`There is no engine "${engine}". There are: ${names.join(", ")}.`);
  const driver = driverOf[engine]();
  if (driver !== undefined) return driver;
  throw new Failure(`There is no driver for ${engine}: node scripts/browsers.mjs installs it.`);
};

/** Opens a window of "chromium", "firefox" or "webkit". It has to be closed, whatever happens in between. */
export const open = async (engine) => {
  const driver = required(engine);
  let display, program, session;
  try {
    if (engines[engine].needsDisplay?.(driver)) display = await openDisplay();
    program = await startDriver(engine, driver, display?.env);
    session = await newSession(engine, driver, program.base);
  } catch (error) {
    await closer(session, program, display)();
    throw new Failure(`${engine} does not open: ${error.message}`, error.output || program?.written());
  }
  const { url, capabilities } = session;
  const browser = `${capabilities.browserName} ${capabilities.browserVersion}`;
  const command = async (method, path, body) => {
    try {
      return await send(`${url}${path}`, method, body, COMMAND);
    } catch (error) {
      throw new Failure(`${browser}: ${method} ${path}: ${error.message}`, error.output || program.written());
    }
  };
  return pageOf(command, browser, closer(session, program, display));
};
