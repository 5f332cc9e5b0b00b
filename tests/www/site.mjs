// Builds the tests' page and serves it, under the policy that the service has, and stricter: Trusted Types too.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve } from "../../scripts/serve.mjs";
import { bundlePage } from "../../scripts/www.mjs";
import { POLICY } from "../../www/service/src/page.js";

const STRICTER = `${POLICY}; require-trusted-types-for 'script'; trusted-types 'none'`;

// Isolated pages have a clock that is fine enough to measure with.
const HEADERS = {
  "content-security-policy": STRICTER,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

const here = (name) => new URL(name, import.meta.url);

/** @returns the address of the page, and what ends its server. */
export const openSite = async () => {
  const directory = mkdtempSync(join(tmpdir(), "share-www-"));
  const target = await bundlePage(join(directory, "site"), [here("stage.js").pathname, here("stage.css").pathname]);
  const site = await serve(
    { "/": target },
    { texts: { "/stage.html": readFileSync(here("stage.html"), "utf8") }, headers: HEADERS },
  );
  const close = async () => {
    await site.close();
    rmSync(directory, { recursive: true, force: true });
  };
  return { url: `${site.url}/stage.html`, close };
};
