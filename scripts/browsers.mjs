// Installs what the tests need to run in Chromium, Firefox and WebKit: browsers and drivers.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { driverOf, drivers } from "./browsers/find.mjs";
import { Failure, find, main, run } from "./command.mjs";
import { step } from "./progress.mjs";

const GECKODRIVER = "0.37.1";

// Outside Linux browsers are not on PATH; there their drivers know where they are.
const isElsewhere = process.platform !== "linux";
const hasChromium = () => isElsewhere || find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
const hasFirefox = () => isElsewhere || find("firefox", "firefox-esr");
// The driver brings its browser, which has no headless mode and needs a screen.
const hasWebKit = () => isElsewhere || driverOf.webkit();
const hasScreen = () => isElsewhere || find("Xvfb");

/** The names are those of Debian's packages. geckodriver is none of them: it is a crate. */
const missing = () => [
  ...(hasChromium() ? [] : ["chromium"]),
  ...(driverOf.chromium() ? [] : ["chromium-driver"]),
  ...(hasFirefox() ? [] : ["firefox-esr"]),
  ...(hasWebKit() ? [] : ["webkit2gtk-driver"]),
  ...(hasScreen() ? [] : ["xvfb"]),
];

const canInstall = () => process.getuid?.() === 0 && find("apt-get") !== undefined;

/** Stops before any work is done when browsers are missing that cannot be installed from here. */
export const requireBrowsers = () => {
  const names = missing();
  if (names.length === 0 || canInstall()) return;
  throw new Failure(
    `Please install ${names.join(", ")} (as root: apt-get install ${names.join(" ")}): ` +
      "the tests run in Chromium, in Firefox and in WebKit, and only root can install them from here.",
  );
};

const installBrowsers = async () => {
  requireBrowsers();
  const names = missing();
  if (names.length === 0) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await step(`install ${names.join(", ")}`, "by apt, once", async () => {
    await run("apt-get", ["update", "--quiet"], { env });
    await run("apt-get", ["install", "--quiet", "--yes", "--no-install-recommends", ...names], { env });
  });
};

const installGeckodriver = async () => {
  if (driverOf.firefox() !== undefined) return;
  const work = join(drivers, "build");
  const args = ["install", "geckodriver", `--version=${GECKODRIVER}`, "--locked", "--debug", `--root=${drivers}`, `--target-dir=${work}`];
  await step("compile geckodriver", "Firefox is driven by it, once, two minutes", () =>
    run("cargo", args, { env: { CARGO_PROFILE_DEV_DEBUG: "0" } }),
  );
  rmSync(work, { recursive: true, force: true });
};

/** Installs what is missing. @returns the drivers' paths. */
export const browsers = async () => {
  await Promise.all([installBrowsers(), installGeckodriver()]);
  return { chromedriver: driverOf.chromium(), geckodriver: driverOf.firefox(), webkitdriver: driverOf.webkit() };
};

await main(import.meta.url, browsers);
