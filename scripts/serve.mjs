// A small web server for tests: on 127.0.0.1 alone, and only what lies under the directories it is given.
import { readFile, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

const typeOf = (path) => TYPES[extname(path)] ?? "application/octet-stream";

/** @returns the path of a URL, decoded; undefined when there is no such path. */
const pathOf = (url) => {
  try {
    const path = decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
    return /[\\\0]/.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
};

/** The file of a URL path under its root; a link that leads out of the root is no file. */
const fileOf = async (roots, path) => {
  const prefix = Object.keys(roots).find((prefix) => path.startsWith(prefix));
  if (prefix === undefined) return undefined;
  const rest = path.slice(prefix.length);
  const root = await realpath(roots[prefix]);
  const file = await realpath(join(root, rest === "" || rest.endsWith("/") ? `${rest}index.html` : rest));
  return file.startsWith(root + sep) ? file : undefined;
};

/** What is at a path: a text made for it, or a file. */
const find = async ({ roots, texts }, path) => {
  if (path === undefined) return undefined;
  if (Object.hasOwn(texts, path)) return { type: typeOf(path), content: texts[path] };
  try {
    const file = await fileOf(roots, path);
    return file && { type: typeOf(file), content: await readFile(file) };
  } catch {
    return undefined; // There is no such file, or it is a directory.
  }
};

const plain = (response, status, text) =>
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${text}\n`);

const answer = async (site, { method, url }, response) => {
  if (method !== "GET" && method !== "HEAD") return plain(response, 405, "This server only answers GET and HEAD.");
  const found = await find(site, pathOf(url));
  if (found === undefined) return plain(response, 404, "There is no such file here.");
  const own = { "content-type": found.type, "content-length": Buffer.byteLength(found.content) };
  const fixed = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  response.writeHead(200, { ...fixed, ...own, ...site.headers });
  return response.end(method === "HEAD" ? undefined : found.content);
};

/**
 * Serves directories under URL prefixes (`{"/pkg/": "a directory"}`, longest prefix first when they overlap),
 * `texts` at paths of their own, both with extra `headers`.
 * @returns the server's address, without a slash at its end, and what ends it.
 */
export const serve = async (roots, { texts = {}, headers = {} } = {}) => {
  const site = { roots, texts, headers };
  const server = createServer((request, response) => {
    answer(site, request, response).catch((error) => response.destroy(error));
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}`, close };
};
