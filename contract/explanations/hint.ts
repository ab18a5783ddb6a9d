import type { Said } from '../texts/said.js';
import { partInUkrainian } from '../texts/said-by-dcm/index.js';
import { createReader } from '../texts/said-by-dcm/template.js';
import { type Cause, causes, explanationOf } from './index.js';

const isCause = (id: string): id is Cause => Object.hasOwn(causes, id);

const joined = (first: Said, second: Said) =>
  [`${first.en}; ${second.en}`, `${first.uk}; ${second.uk}`] as const;

/**
 * The Ukrainian of what stands after the cause in a header `DCM-Hint`: what was wrong and, if it is there, what would be right.
 * Undefined for a hint that was cut, or that another version has sent.
 */
export function hintInUkrainian(cause: string, hint: string): string | undefined {
  if (!isCause(cause)) return undefined;
  const { says, right } = explanationOf(cause);
  const phrases = [joined(says, right), [says.en, says.uk]] as const;
  return createReader(phrases, partInUkrainian)(hint);
}
