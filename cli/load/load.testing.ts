import { generateKeyPairSync } from 'node:crypto';
import type { Transport } from '../../contract/wire/transport.js';
import { systemClock } from '../../mock-server/system.js';
import type { Stage } from '../../steps/stage.js';
import { createQuestions } from './questions.js';
import type { Source } from './shot.js';

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Questions about the secret of one user, put to a URL. */
export function keysAt(url: string, callBank: Transport): Source {
  const stage = {
    bank: { user_auth_url: url, user_key_url: url, user_id_url: url, subjects: { admin: 'dcm' } },
    dcm: { signing: () => ({ kid: 'one', privateKey }) },
    callBank,
    now: systemClock.now,
  } as unknown as Stage;
  const users = { ids: ['somebody'], logins: ['somebody@bank.example'] };
  return createQuestions(stage, 'key', {
    users,
    giveUpMs: 5000,
    hide: (text) => text.replaceAll('password', '…'),
  });
}
