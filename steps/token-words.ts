import { tokenDefects } from '../contract/token-forge.js';
import type { Question } from './question.js';
import { usualLifetimeS } from './token-claims.js';

const seconds = (count: number) => `${count} ${count === 1 ? 'second' : 'seconds'}`;

function times({ shiftS = 0, lifetimeS = usualLifetimeS }: Question): string {
  const left = shiftS + lifetimeS;
  if (shiftS > 0) return `issued ${seconds(shiftS)} ahead`;
  if (left < 0) return `that expired ${seconds(-left)} ago`;
  if (shiftS < 0) return `issued ${seconds(-shiftS)} ago`;
  if (lifetimeS < usualLifetimeS) return `valid for ${seconds(lifetimeS)}`;
  return '';
}

/** What is unusual about the token of a question, e.g. `a token that expired 65 seconds ago`; empty if nothing is. */
export function tokenInWords(question: Question): string {
  const { defect, as, twice, about, without = [] } = question;
  if (twice !== undefined) return 'a token that was accepted before it expired';
  if (about !== undefined) return `about ${about}`;
  if (defect !== undefined) return `${defect}: ${tokenDefects[defect]}`;
  if (as !== undefined) return `a token that another key signed under the kid ${as.kid}`;
  const unusual = [times(question), without.length === 0 ? '' : `without ${without.join(' and ')}`];
  const words = unusual.filter(Boolean).join(', ');
  return words && `a token ${words}`;
}
