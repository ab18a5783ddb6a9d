/** The forms in which a secret may stand in a text: as it is, in a URL, in a form, and within JSON. */
export function formsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const inForm = new URLSearchParams({ x: secret }).toString().slice(2);
  const inJson = JSON.stringify(secret).slice(1, -1);
  return [...new Set([secret, encoded, inForm, inJson, Buffer.from(secret).toString('base64')])];
}
