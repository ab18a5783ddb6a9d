import { generateKeyPairSync } from 'node:crypto';
import { createHttpTransport } from '../../contract/wire/http.js';
import { systemClock, systemTime } from '../../mock-server/system.js';
import { program } from '../../program.testing.js';
import type { Stage } from '../../steps/stage.js';
import { serving } from '../cli.testing.js';
import { type MeasureOptions, measure } from './measure.js';
import { createQuestions } from './questions.js';
import type { Source } from './shot.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A bank with a weakness; gives its URL. */
export async function slowBank(...args: readonly string[]): Promise<string> {
  return (await serving([program('cli/load/slow-bank.testing.ts'), ...args])).first;
}

/** Questions about one user, put to a URL. */
export function questionsTo(url: string, giveUpMs = 5000): Source {
  const stage = {
    bank: { user_auth_url: url, user_key_url: url, user_id_url: url, subjects: { admin: 'dcm' } },
    dcm: { signing: () => ({ kid: 'one', privateKey }) },
    callBank: createHttpTransport(systemTime).send,
    now: systemClock.now,
  } as unknown as Stage;
  const users = { ids: ['somebody'], logins: ['somebody@bank.example'] };
  const hide = (text: string) => text;
  return createQuestions(stage, 'key', { users, giveUpMs, hide });
}

/** Measures a source of questions about keys. */
export const measureKeys = (
  source: Source,
  rate: number,
  seconds: number,
  limitMs: number,
  more: Partial<MeasureOptions> = {},
) =>
  measure({
    time: systemTime,
    source,
    pace: { rate, seconds },
    kinds: ['key'],
    limits: { user_auth: limitMs, key: limitMs, external_id: limitMs, transfer: limitMs },
    fixOf: (fault) => `what to do about ${fault}`,
    ...more,
  });
