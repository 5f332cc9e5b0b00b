// The hosts and bundlers that npm has, installed once into target/hosts.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../command.mjs";
import { installFrom } from "../packages.mjs";

const source = join(root, "tests", "hosts");
const directory = join(root, "target", "hosts");
const modules = join(directory, "node_modules");

// What these packages do when they are installed is to choose among programs that npm has brought already.
export const installTools = () =>
  installFrom(source, directory, {
    title: "install the hosts",
    why: "Node 24, Deno, Bun, workerd and more, once, half a minute",
  });

export const moduleOf = (name, path) => join(modules, name, path);

/** @returns a module of one of the tools. */
export const importTool = (name, path) => import(moduleOf(name, path));

export const versionOf = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;

const { platform, arch } = process;
const os = platform === "win32" ? "windows" : platform;
const exe = platform === "win32" ? ".exe" : "";

/** Where each program is, in the one of its packages that npm chose for this machine. */
const PLACES = {
  node24: [`node-${platform === "win32" ? "win" : platform}-${arch}/bin/node${exe}`],
  deno: [`@deno/${platform}-${arch}-glibc/deno`, `@deno/${platform}-${arch}/deno${exe}`],
  bun: [`@oven/bun-${os}-${arch === "arm64" ? "aarch64" : arch}/bin/bun${exe}`],
  workerd: [`@cloudflare/workerd-${os}-${arch === "x64" ? "64" : arch}/bin/workerd${exe}`],
};

export const programOf = (name) => {
  const found = PLACES[name].map((place) => join(modules, place)).find((path) => existsSync(path));
  if (found === undefined) throw new Failure(`npm has no ${name} for this machine (${platform}, ${arch}).`);
  return found;
};
