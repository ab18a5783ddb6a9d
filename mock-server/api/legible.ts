import { Refusal } from '../domain/refusal.js';

/** What no route accepts in its path, query or body: text that cannot be displayed or stored. */

/** Characters of one string. */
const longestText = 10_000;
/** Nested objects and lists. */
const deepest = 30;
const longestPlace = 100;

/** Why a string cannot be accepted, without quoting it; undefined if it can. */
function textProblem(text: string): string | undefined {
  if (text.length > longestText) return `longer than ${longestText} characters`;
  // A lone surrogate.
  if (/\p{Cs}/u.test(text)) return 'not well-formed Unicode';
  const [control] = /\p{Cc}/u.exec(text) ?? [];
  return (
    control && `the control character U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
  );
}

/** Why a part of a URL, or a form, cannot be read. */
function encodedProblem(text: string): string | undefined {
  try {
    return textProblem(decodeURIComponent(text.replaceAll('+', ' ')));
  } catch {
    return 'a malformed percent-encoding';
  }
}

/** Why a URL cannot be read: `path: ...` or `query: ...`; undefined when it can. Its length is the server's to limit. */
export function urlProblem(url: string): string | undefined {
  const cut = url.indexOf('?');
  const path = encodedProblem(cut < 0 ? url : url.slice(0, cut));
  if (path !== undefined) return `path: ${path}`;
  const query = cut < 0 ? undefined : encodedProblem(url.slice(cut + 1));
  return query === undefined ? undefined : `query: ${query}`;
}

/** @throws {Refusal} `illegible` */
export function requireLegibleUrl(url: string): void {
  const problem = urlProblem(url);
  if (problem === undefined) return;
  const part = problem.startsWith('path') ? 'path' : 'query';
  throw new Refusal('illegible-url', { problem, part });
}

/** A body of a form. @throws {Refusal} `illegible` */
export function requireLegibleForm(text: string): void {
  for (const pair of text.split('&')) {
    const problem = encodedProblem(pair);
    if (problem !== undefined)
      throw new Refusal('illegible-body', { problem: `body: ${problem}`, place: '' });
  }
}

/** The text of a body. @throws {Refusal} `illegible` if it is not UTF-8 */
export function textOf(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    throw new Refusal('illegible-body', { problem: 'body: not valid UTF-8', place: '' });
  }
}

/**
 * Strings and names of members, at any depth.
 * @param passedOn members whose text is not looked at
 * @throws {Refusal} `illegible`, naming the member
 */
export function requireLegible(body: unknown, passedOn: readonly string[] = []): void {
  const look = (value: unknown, place: string, depth: number): void => {
    const refuse = (problem: string) => {
      const named = place.slice(0, longestPlace);
      throw new Refusal('illegible-body', { problem: `${named}: ${problem}`, place: named });
    };
    if (typeof value === 'string' && !passedOn.includes(place)) {
      const problem = textProblem(value);
      if (problem !== undefined) refuse(problem);
    }
    if (typeof value !== 'object' || value === null) return;
    if (depth === deepest) refuse('nested too deeply');
    for (const [name, one] of Object.entries(value)) {
      const problem = textProblem(name);
      if (problem !== undefined) refuse(`the name of a member: ${problem}`);
      look(one, place === 'body' ? name : `${place}.${name}`, depth + 1);
    }
  };
  look(body, 'body', 0);
}
