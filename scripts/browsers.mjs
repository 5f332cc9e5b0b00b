// Installs what the wasm tests need to run in Chromium and Firefox: browsers and drivers.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure, find, main, root, run } from "./command.mjs";
import { step } from "./progress.mjs";

const GECKODRIVER = "0.37.1";
const drivers = join(root, "target", "drivers");
const ownGeckodriver = join(drivers, "bin", "geckodriver");

const chromedriver = () => process.env.CHROMEDRIVER ?? find("chromedriver", "chromedriver.exe");
const geckodriver = () =>
  process.env.GECKODRIVER ??
  find("geckodriver", "geckodriver.exe") ??
  (existsSync(ownGeckodriver) ? ownGeckodriver : undefined);

// Outside Linux browsers are not on PATH; there their drivers know where they are.
const isElsewhere = process.platform !== "linux";
const hasChromium = () => isElsewhere || find("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
const hasFirefox = () => isElsewhere || find("firefox", "firefox-esr");

/** The names are those of Debian's packages. geckodriver is none of them: it is a crate. */
const missing = () => [
  ...(hasChromium() ? [] : ["chromium"]),
  ...(chromedriver() ? [] : ["chromium-driver"]),
  ...(hasFirefox() ? [] : ["firefox-esr"]),
];

const canInstall = () => process.getuid?.() === 0 && find("apt-get") !== undefined;

/** Stops before any work is done when browsers are missing that cannot be installed from here. */
export const requireBrowsers = () => {
  const names = missing();
  if (names.length === 0 || canInstall()) return;
  throw new Failure(
    `Please install ${names.join(", ")} (as root: apt-get install ${names.join(" ")}): ` +
      "the wasm tests run in Chromium and in Firefox, and only root can install them from here.",
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
  if (geckodriver() !== undefined) return;
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
  return { chromedriver: chromedriver(), geckodriver: geckodriver() };
};

await main(import.meta.url, browsers);
