/** RFC 8259, 8.1: it must not be sent, but whoever reads JSON may ignore it. */
const byteOrderMark = '\ufeff';

/** The value of a JSON text, with or without a byte order mark; `otherwise` if it is not JSON. */
export function readJson(text: string, otherwise?: unknown): unknown {
  try {
    return JSON.parse(text.startsWith(byteOrderMark) ? text.slice(1) : text);
  } catch {
    return otherwise;
  }
}
