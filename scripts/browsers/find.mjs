// Where the browsers' drivers are.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { find, root } from "../command.mjs";

/** Drivers that we have compiled ourselves. */
export const drivers = join(root, "target", "drivers");
const ownGeckodriver = join(drivers, "bin", "geckodriver");

/** The path of each engine's driver, or undefined when there is none. */
export const driverOf = {
  chromium: () => process.env.CHROMEDRIVER ?? find("chromedriver", "chromedriver.exe"),
  firefox: () =>
    process.env.GECKODRIVER ??
    find("geckodriver", "geckodriver.exe") ??
    (existsSync(ownGeckodriver) ? ownGeckodriver : undefined),
  webkit: () => process.env.SAFARIDRIVER ?? find("WebKitWebDriver", "safaridriver"),
};
