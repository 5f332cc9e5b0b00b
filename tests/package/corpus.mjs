// The corpus against the installed package, imported: node corpus.mjs [DIRECTORY]
import * as sharePolicy from "share-policy";
import { runInNode } from "./corpus-in-node.mjs";

runInNode(sharePolicy);
