// Every host that the package is for, beside the native library.
import { bundledPages } from "./bundled.mjs";
import { pages } from "./pages.mjs";
import { programs } from "./programs.mjs";
import { workers } from "./workers.mjs";

export const hosts = { ...programs, ...workers, ...pages, ...bundledPages };
