// The local D1 database, as wrangler keeps it in a directory: to look into it, and to fill it, from Node.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { getPlatformProxy } from "wrangler";
import { d1 } from "./d1.js";

const configPath = fileURLToPath(new URL("wrangler.jsonc", import.meta.url));

/** @param state what `wrangler dev` is given as `--persist-to` */
export const openLocal = async (state) => {
  // wrangler puts a version below the directory that it is given; this function of it does not.
  const { env, dispose } = await getPlatformProxy({
    configPath,
    persist: { path: join(state, "v3") },
    remoteBindings: false,
  });
  return { ...d1(env.DB), binding: env.DB, close: dispose };
};
