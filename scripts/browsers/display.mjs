// A screen that nobody sees, for a browser that cannot do without one.
import { Failure, find } from "../command.mjs";
import { start } from "./process.mjs";

const numberOf = async (server) => {
  let text = "";
  for await (const chunk of server.child.stdio[3]) {
    text += chunk;
    if (text.includes("\n")) return text.trim();
  }
  throw new Failure("Xvfb does not start.", server.written());
};

/** Starts an X server in memory. @returns the environment of a program that is to use it, and what ends it. */
export const openDisplay = async () => {
  const path = find("Xvfb");
  if (path === undefined) throw new Failure("Xvfb is not installed (Debian's package is xvfb).");
  // The server takes the first number that is free, and tells it.
  const args = ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"];
  const server = await start(path, args, { stdio: ["ignore", "pipe", "pipe", "pipe"] });
  try {
    return { env: { DISPLAY: `:${await numberOf(server)}` }, end: server.end };
  } catch (error) {
    await server.end();
    throw error;
  }
};
