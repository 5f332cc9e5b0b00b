// The sentences from CommonJS; their types are the same ones.
import messages = require("share-policy/messages");
import { german } from "share-policy/messages/de";
import type { Catalogue } from "share-policy/messages";

declare const row: import("share-policy").FailedRow;
declare const warning: import("share-policy").Warning;
declare const residue: import("share-policy").Residue;
const catalogue: Catalogue = german;
const sentence: string = messages.formatOutcome(row, catalogue);
const hint: string = messages.formatWarning(warning, catalogue);
const part: string = messages.formatResidue(residue, catalogue);

export = { sentence, hint, part };
