// How each engine's driver is started, and what is asked of its browser.

const CHROMIUM = [
  "--headless=new",
  // The only pages are ours, and root has no sandbox.
  "--no-sandbox",
  "--disable-dev-shm-usage",
  // Nothing to fetch, and nowhere to fetch it from.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-sync",
  "--no-first-run",
  "--no-pings",
];

const FIREFOX = {
  "app.update.disabledForTesting": true,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
};

const isSafari = (driver) => driver.endsWith("safaridriver");

/** `needsDisplay`: it has no headless mode. */
export const engines = {
  chromium: {
    args: (port) => [`--port=${port}`],
    capabilities: () => ({ browserName: "chrome", "goog:chromeOptions": { args: CHROMIUM } }),
  },
  firefox: {
    // Its second port would be a fixed one.
    args: (port) => ["--host=127.0.0.1", `--port=${port}`, "--websocket-port=0"],
    capabilities: () => ({ browserName: "firefox", "moz:firefoxOptions": { args: ["-headless"], prefs: FIREFOX } }),
  },
  webkit: {
    args: (port, driver) => (isSafari(driver) ? ["--port", `${port}`] : ["--host=127.0.0.1", `--port=${port}`]),
    capabilities: (driver) => (isSafari(driver) ? { browserName: "safari" } : {}),
    needsDisplay: (driver) => !isSafari(driver),
  },
};
