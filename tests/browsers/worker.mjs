// A dedicated worker, which knows no import map: it takes the package by the address of its file.
import { perform } from "./perform.mjs";

self.onmessage = async ({ data: job }) => {
  const tell = (progress) => self.postMessage({ progress });
  self.postMessage({ result: await perform(job, () => import("/share-policy/browser.js"), tell) });
};
