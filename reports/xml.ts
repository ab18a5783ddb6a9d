import { oneLine, visible } from './text.js';

/** Attribute values lose newlines and tabs when they are parsed, unless they are written as references. */
export function attribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** `>` is escaped too: `]]>` is illegal in text. */
export function escaped(text: string): string {
  return visible(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An element as JUnit wants it: what matters in `message`, the rest as text. */
export function element(tag: string, message: string, text: string, type?: string): string {
  const typed = type === undefined ? '' : ` type="${attribute(type)}"`;
  const open = `<${tag} message="${attribute(oneLine(message))}"${typed}`;
  return text === '' ? `${open}/>` : `${open}>${escaped(text)}</${tag}>`;
}
