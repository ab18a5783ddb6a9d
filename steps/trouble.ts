import type { Situation } from '../contract/texts/situations.js';
import type { Exchange } from './exchange.js';

/** Media type of the attachments in which a scenario that did not pass says what went wrong around it. */
export const troubleMediaType = 'application/x.dcm-trouble+json';

/** Something that went wrong in an exchange that belongs to a scenario, apart from what its checks looked at. */
export interface Trouble {
  /**
   * `answer`: the bank's answer to a question of DCM · `login`, `order`, `read`: a request of the bank that DCM refused ·
   * `repeated`: one that was refused and served when it came again · `served`: a request that DCM served and noticed something about · `act`: what the bank said of an act.
   */
  readonly kind: 'answer' | 'login' | 'order' | 'read' | 'repeated' | 'served' | 'act';
  /** The rule that names it; empty when none does. */
  readonly rule: string;
  /** What was expected, and what was seen. */
  readonly expected: string;
  readonly text: string;
  readonly situation: Situation | '';
  readonly curl: string;
  readonly exchange: string;
}

/** What kept an answer away, by the words of the network. */
const absences: readonly (readonly [RegExp, Situation])[] = [
  [/is not known|ENOTFOUND|EAI_AGAIN/i, 'unknown-host'],
  [/refused/i, 'refused-connection'],
  [/certificate|\b(?:TLS|SSL)\b|EPROTO/i, 'tls'],
  [/no answer within|timed? ?out/i, 'time-out'],
  [/closed|reset|hang up/i, 'closed'],
];

const statuses: Readonly<Record<number, Situation>> = {
  404: 'not-found',
  405: 'wrong-method',
  500: 'server-error',
  501: 'server-error',
  502: 'server-error',
  503: 'server-error',
  504: 'server-error',
};

/** Which kind of thing an answer of the bank is; empty for one that says nothing by its form. */
export function situationOf({
  status,
  error,
  body,
}: Pick<Exchange, 'status' | 'error' | 'body'>): Situation | '' {
  if (error !== '') return absences.find(([words]) => words.test(error))?.[1] ?? '';
  if (status >= 300 && status < 400) return 'redirect';
  if (status === 200 && typeof body === 'string' && body !== '') return 'not-json';
  return statuses[status] ?? '';
}
