import { describe, it } from 'vitest';
import { answer, noAnswer, secret } from '../exchange.testing.js';
import {
  oneSecret,
  sameExternalId,
  sameSecret,
  secretsDiffer,
  servedSinceCreated,
  twoSecrets,
} from './secrets.js';
import { breaks, holds } from './verdict.testing.js';

const own = answer(200, { key: secret, external_id: 'id-1' });
const other = answer(200, { key: 'another', external_id: 'id-2' });
const empty = answer(200, { key: '' });
const refusal = answer(401);

describe('twoSecrets', () => {
  const expected = 'two different, non-empty secrets';

  it('wants two that differ', () => {
    holds(twoSecrets, [own, other]);
    breaks(twoSecrets, [own, own], expected, 'the same secret twice');
  });

  it('does not take missing ones for different ones', () => {
    breaks(twoSecrets, [own, empty], expected, 'a secret and 200 null');
    breaks(twoSecrets, [refusal, own], expected, '401 null and a secret');
    breaks(twoSecrets, [noAnswer(), refusal], expected, 'no answer: connect ECONNREFUSED and 401 null');
  });
});

describe('sameSecret', () => {
  it('wants the same twice', () => {
    holds(sameSecret, [own, own]);
    breaks(sameSecret, [own, other], 'the same secret as before', 'a different secret');
  });

  it('does not take two missing ones for the same', () => {
    breaks(sameSecret, [refusal, refusal], 'the same secret as before', '401 null');
  });
});

describe('oneSecret', () => {
  const expected = 'the same secret from /user_auth and /key';

  it('wants the same from both methods', () => {
    holds(oneSecret, [own, answer(200, { key: secret })]);
    breaks(oneSecret, [own, other], expected, 'two different secrets');
  });

  it('does not take two missing ones for the same', () => {
    breaks(oneSecret, [refusal, refusal], expected, '401 null and 401 null');
  });
});

describe('secretsDiffer', () => {
  const expected = 'different secrets for different customers';

  it('wants different ones', () => {
    holds(secretsDiffer, [own, other]);
    breaks(secretsDiffer, [own, own], expected, 'the same secret twice');
  });

  it('does not take a missing one for a different one', () => {
    breaks(secretsDiffer, [own, refusal], expected, 'a secret and 401 null');
  });
});

describe('servedSinceCreated', () => {
  const both = '401 before the secret was created, 200 with key after';

  it('wants a refusal before and the secret after', () => {
    holds(servedSinceCreated, { before: refusal, after: own });
    breaks(servedSinceCreated, { before: own, after: own }, both, 'before: 200, after: 200 with key');
    breaks(
      servedSinceCreated,
      { before: refusal, after: refusal },
      both,
      'before: 401, after: 401 without key',
    );
  });

  it('does not take a fault for a refusal', () => {
    breaks(servedSinceCreated, { before: answer(500), after: own }, both, 'before: 500, after: 200 with key');
    const gone = { before: noAnswer('gone'), after: own };
    breaks(servedSinceCreated, gone, both, 'before: gone, after: 200 with key');
  });

  it('looks only at what was asked', () => {
    holds(servedSinceCreated, { before: undefined, after: own });
    const refused = { before: undefined, after: refusal };
    breaks(servedSinceCreated, refused, '200 with key once the secret is created', 'after: 401 without key');
  });
});

describe('sameExternalId', () => {
  it('wants the same twice', () => {
    holds(sameExternalId, [own, own]);
    breaks(sameExternalId, [own, other], 'external_id id-1, as before', 'id-2');
    breaks(sameExternalId, [own, refusal], 'external_id id-1, as before', '401 {}');
  });

  it('does not take two missing ones for the same', () => {
    breaks(sameExternalId, [refusal, refusal], 'external_id (none before), as before', '401 {}');
  });
});
