import { anyOf, shortestSought } from '../../contract/any-of.js';
import { hiding, shortestSecret, withTexts } from '../../contract/hide.js';
import type { Mark } from '../../contract/redact.js';
import { withoutEscaped } from './escaped.js';

/** The forms in which a secret may stand in a text: as it is, in a URL, in a form, within JSON, and encoded. */
function formsOf(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const inForm = new URLSearchParams({ x: secret }).toString().slice(2);
  return [...new Set([secret, encoded, inForm, asInJson(secret), Buffer.from(secret).toString('base64')])];
}

const asInJson = (text: string): string => JSON.stringify(text).slice(1, -1);

/** As many are looked for one by one; of more, all at once. */
const mostOneByOne = 50;

/** Hides secrets by their value, in every form in which one may stand in a text; more of them can become known. */
export function createHiding(mark: Mark) {
  const secretOf = new Map<string, string>();
  const markForm: Mark = (form) => mark(secretOf.get(String(form)) ?? form);
  const secrets: string[] = [];
  let hide: (<Value>(value: Value) => Value) | undefined;
  let oneByOne: string[] = [];
  let atOnce: (text: string) => boolean = () => false;

  return {
    learn(secret: string): void {
      if (secretOf.has(secret)) return;
      if (secret.length >= shortestSecret) secrets.push(secret);
      for (const form of formsOf(secret)) {
        secretOf.set(form, secret);
        oneByOne.push(asInJson(form));
      }
      hide = undefined;
      if (oneByOne.length <= mostOneByOne) return;
      const all = [...secretOf.keys()].map(asInJson);
      atOnce = anyOf(all);
      oneByOne = all.filter((text) => text.length < shortestSought);
    },
    /** Whether a value, given as JSON, may hold something to hide. */
    mayHold: (json: string): boolean =>
      json.includes('eyJ') ||
      json.includes('%') ||
      atOnce(json) ||
      oneByOne.some((text) => json.includes(text)),
    /** A copy without any of it. */
    hide<Value>(value: Value): Value {
      hide ??= hiding(secretOf.keys(), markForm);
      const plain = hide;
      return withTexts(value, (text) => withoutEscaped(plain(text), secrets, { hide: plain, mark }));
    },
  };
}
