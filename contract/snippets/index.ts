import type { EntryAround } from '../control/journal.js';
import { csharpSnippet } from './csharp.js';
import { javaSnippet } from './java.js';
import { fetchSnippet } from './javascript.js';
import { pythonSnippet } from './python.js';
import { type ShownRequest, shownRequest } from './shown-request.js';

/** Programs that send a recorded request, by their language. */

const programs: Readonly<Record<'fetch' | 'java' | 'csharp' | 'python', (request: ShownRequest) => string>> =
  {
    fetch: fetchSnippet,
    java: javaSnippet,
    csharp: csharpSnippet,
    python: pythonSnippet,
  };

export const snippetLanguages = ['curl', 'fetch', 'java', 'csharp', 'python'] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];

/**
 * A program that sends the request of an entry; credentials are variables of the environment. Empty if the request
 * cannot be sent by a program.
 *
 * @param origin where DCM is reached
 */
export function snippetOf(
  { entry, curl }: Pick<EntryAround, 'entry' | 'curl'>,
  language: SnippetLanguage,
  origin: string,
): string {
  if (language === 'curl') return curl;
  const request = shownRequest(entry, origin);
  return /^https?:/.test(request.url) ? programs[language](request) : '';
}
