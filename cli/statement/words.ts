import { bilingual } from '../../contract/texts/language.js';

/** What `dcm statement` prints. */
export const statementWords = bilingual(
  {
    key: (file: string, publicFile: string, kid: string) => [
      `private key  ${file} (keep it secret; use it with dcm verify --statement-key)`,
      `public key   ${publicFile} (give it to those who verify; used with dcm statement verify --key)`,
      `kid          ${kid}`,
    ],
    holds: (file: string) =>
      `✓ ${file} is valid: the reports next to it are unchanged since they were signed`,
    verdict: (verdict: unknown, exitCode: unknown, target: unknown, startedAt: unknown) =>
      `${verdict} (exit ${exitCode}), ${target}, ${startedAt}`,
    trustedKey: (kid: string) => `key ${kid}, the given one`,
    ownKey: (kid: string) => `key ${kid}, carried by the statement itself`,
    anyoneCanSign: '! Anyone can create such a key: use --key to name the one you trust.',
    fails: (file: string) => `✗ ${file} is not valid`,
    missing: (name: string) => `${name} is not in the folder of the statement`,
    notAResult: 'result.json is no longer a result',
    changedFile: (name: string) => `changed after signing: ${name}`,
    otherSuite: (part: string) =>
      `this installation has different ${part}; verify with the version that made the run`,
    differs: (path: string, signed: string | undefined, now: string | undefined) =>
      `${path}: signed ${signed ?? '(nothing)'}, now ${now ?? '(nothing)'}`,
  },
  {
    key: (file, publicFile, kid) => [
      `приватний ключ  ${file} (тримайте в таємниці; для dcm verify --statement-key)`,
      `публічний ключ  ${publicFile} (передайте тим, хто перевіряє; для dcm statement verify --key)`,
      `kid             ${kid}`,
    ],
    holds: (file) => `✓ ${file} дійсне: звіти поруч із ним не змінено від часу підписання`,
    verdict: (verdict, exitCode, target, startedAt) =>
      `${verdict} (код завершення ${exitCode}), ${target}, ${startedAt}`,
    trustedKey: (kid) => `ключ ${kid}, вказаний вами`,
    ownKey: (kid) => `ключ ${kid}, із самого підтвердження`,
    anyoneCanSign: '! Такий ключ може створити будь-хто: укажіть у --key той, якому довіряєте.',
    fails: (file) => `✗ ${file} недійсне`,
    missing: (name) => `${name} немає в теці підтвердження`,
    notAResult: 'result.json більше не є результатом прогону',
    changedFile: (name) => `змінено після підписання: ${name}`,
    otherSuite: (part) => `у цієї інсталяції інші ${part}; перевіряйте тією версією, якою виконано прогін`,
    differs: (path, signed, now) => `${path}: підписано ${signed ?? '(нічого)'}, тепер ${now ?? '(нічого)'}`,
  },
);
