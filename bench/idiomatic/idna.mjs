// The host's own conversion to A-labels: that of URLs, whose fastest way in is a function in Node, Deno and Bun.

const byUrl = (domain) => {
  try {
    return new URL(`http://${domain}`).hostname;
  } catch {
    return "";
  }
};

export const { domainToASCII } = await import("node:url").catch(() => ({ domainToASCII: byUrl }));
