const encoder = new TextEncoder();

/** @returns SHA-256 of text or bytes, in lower-case hexadecimal. */
export const sha256 = async (content) => {
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
};
