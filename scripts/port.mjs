import { createServer } from "node:net";
import { Failure } from "./command.mjs";

const listen = (port) =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const { port: given } = server.address();
      server.close(() => resolve(given));
    });
  });

const REASONS = {
  EADDRINUSE: "is taken by another program",
  EACCES: "may not be used without being root",
};

/** @returns the port, if nobody has it; any free one for 0. */
export const freePort = async (port) => {
  try {
    return await listen(port);
  } catch (error) {
    const reason = REASONS[error.code];
    if (reason === undefined) throw error;
    throw new Failure(`Port ${port} ${reason}. Choose another: npm start -- --port ${port < 60_000 ? port + 1 : 8788}`);
  }
};
