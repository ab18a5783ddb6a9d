import { generateKeyPair, type KeyObject } from 'node:crypto';

/** Makes a signing key on another thread while modules load: the slow part of a start without a keys file. */
export const beginKey = (): Promise<KeyObject> =>
  new Promise((resolve, reject) =>
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, _public, key) =>
      error ? reject(error) : resolve(key),
    ),
  );
