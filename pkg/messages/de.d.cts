import type { Catalogue } from "./index.cjs";

/** German, complete; addresses people with „Sie“. */
export declare const german: Catalogue;
