// The sentences from CommonJS; their types are the same ones.
import messages = require("share-policy/messages");
import { german } from "share-policy/messages/de";
import type { Catalogue } from "share-policy/messages";

declare const row: import("share-policy").FailedRow;
const catalogue: Catalogue = german;
const sentence: string = messages.formatOutcome(row, catalogue);

export = { sentence };
