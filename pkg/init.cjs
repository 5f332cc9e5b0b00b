// `share-policy/init` for CommonJS, where the module is there at once.
module.exports = { init: async () => {}, ...require("./node.cjs") };
