// The corpus against the installed package, required: node corpus.cjs [DIRECTORY]
const sharePolicy = require("share-policy");

import("./corpus-in-node.mjs").then(({ runInNode }) => runInNode(sharePolicy));
