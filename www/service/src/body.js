/** As the engine's limit: nothing larger can be a request. */
export const MAX_BYTES = 256 * 1024;

const join = (chunks, length) => {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

const readWithin = async (reader) => {
  const chunks = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: join(chunks, length) };
    length += value.length;
    if (length > MAX_BYTES) return { fault: "input_too_large" };
    chunks.push(value);
  }
};

/** Reads the body, and no more of it than the limit. @returns `{ bytes }`, or `{ fault }`: the code of a problem. */
export const readBody = async (request) => {
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BYTES) return { fault: "input_too_large" };
  if (request.body === null) return { bytes: new Uint8Array(0) };
  const reader = request.body.getReader();
  try {
    const read = await readWithin(reader);
    // What a client still sends is nobody's: not waited for, and no failure of ours.
    if (read.fault !== undefined) reader.cancel().catch(() => {});
    return read;
  } catch {
    return { fault: "body_incomplete" };
  }
};
