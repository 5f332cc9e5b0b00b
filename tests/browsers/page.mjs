// Does a job in this page, or in a dedicated worker of it: page.html?job=corpus&host=worker
// What comes of it is `window.result`; `window.progress` tells how far it is.
import { perform } from "./perform.mjs";

const query = new URLSearchParams(location.search);
const job = query.get("job");

const tell = (text) => {
  window.progress = text;
};

const inPage = () => perform(job, () => import("share-policy"), tell);

const inWorker = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("worker.mjs", import.meta.url), { type: "module" });
    worker.onerror = ({ message, filename, lineno }) =>
      reject(new Error(`the worker failed: ${message} (${filename}:${lineno})`));
    worker.onmessage = ({ data: { progress, result } }) => (result === undefined ? tell(progress) : resolve(result));
    worker.postMessage(job);
  });

tell("started");
window.result = await (query.get("host") === "worker" ? inWorker() : inPage());
