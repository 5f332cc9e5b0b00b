// The service's own packages: its framework, its databases, and wrangler with workerd.
import { join } from "node:path";
import { npm } from "../command.mjs";
import { whenStale } from "../fresh.mjs";
import { step } from "../progress.mjs";
import { service } from "./wrangler.mjs";

/** Once, and again when the lock changes. */
export const installService = async () => {
  const inputs = ["package.json", "package-lock.json"].map((name) => join(service, name));
  const modules = join(service, "node_modules");
  const outputs = [join(modules, ".package-lock.json")];
  await whenStale(join(modules, ".share-policy.stamp"), { inputs, outputs }, async () => {
    await step("install the service's packages", "Hono, libSQL and wrangler with workerd, once, half a minute", () =>
      npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: service }),
    );
  });
};
