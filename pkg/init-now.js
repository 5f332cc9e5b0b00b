// `share-policy/init` in hosts where the module is there at once: code that awaits it runs everywhere.
export const init = async () => {};

export * from "share-policy";
