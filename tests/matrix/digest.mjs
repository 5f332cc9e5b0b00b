// What hosts are compared by; tools/native-host/src/digest.rs is the same in Rust.

const encoder = new TextEncoder();

/** FNV-1a, 32 bits. */
export const fnv1a = (bytes) => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at += 1) sum = Math.imul(sum ^ bytes[at], 0x01000193);
  return sum >>> 0;
};

/** SHA-256 over named texts: each its name and its length, a line each, and then its bytes. */
export class Digest {
  #bytes = new Uint8Array(2 ** 20);
  #length = 0;

  add(name, bytes) {
    this.#push(encoder.encode(`${name}\n${bytes.length}\n`));
    this.#push(bytes);
  }

  #push(bytes) {
    const length = this.#length + bytes.length;
    if (length > this.#bytes.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes, this.#length);
    this.#length = length;
  }

  async hex() {
    const subtle = globalThis.crypto?.subtle;
    if (subtle === undefined) throw new Error("This host has no crypto.subtle. (A page needs a secure context.)");
    const sum = await subtle.digest("SHA-256", this.#bytes.subarray(0, this.#length));
    return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}
