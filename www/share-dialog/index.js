// Defines <share-dialog>. Importing this file is all that a page has to do.
import { ShareDialog } from "./element.js";

if (customElements.get("share-dialog") === undefined) customElements.define("share-dialog", ShareDialog);

export { ShareDialog };
