import type { z } from 'zod';
import { notValid } from '../../contract/in-our-words.js';
import { meant } from '../../contract/nearest.js';

/** What a schema found wrong, as `member: problem`; `problems.ts` has the Ukrainian. */
export function problemsOf(schema: unknown, issue: z.core.$ZodIssue): string[] {
  const member = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${member ? `${member}.` : ''}${key}: unknown member${allowedAt(schema, issue.path, key)}`,
    );
  }
  if (issue.code === 'invalid_union' && issue.message === notValid) {
    const ofOtherType = (issues: readonly z.core.$ZodIssue[]) =>
      issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
    const nearest = issue.errors.find((issues) => !ofOtherType(issues)) ?? issue.errors[0] ?? [];
    const inner = nearest.flatMap((item) =>
      problemsOf(schema, { ...item, path: [...issue.path, ...item.path] }),
    );
    if (inner.length > 0) return inner;
  }
  const example = lacksMembers([issue.message]) ? examples[member] : undefined;
  return [`${member || 'file'}: ${issue.message}${example === undefined ? '' : `; for example: ${example}`}`];
}

/** Of what every bank.yaml has. */
const examples: Readonly<Record<string, string>> = {
  dcm: 'dcm: { keys: ./dcm-keys.json }',
  'dcm.keys': 'keys: ./dcm-keys.json',
  bank: 'bank: { name: Bank One, auth_url: "http://127.0.0.1:8080" }',
  'bank.name': 'name: Bank One',
  'bank.subjects': 'subjects: { admin: dcm-admin@dcm.example, forbidden: stranger@bank1.example }',
  'bank.key_keepers':
    'key_keepers: [{ login: keeper-1, external_id: kk-1, for: identification }, { login: keeper-2, external_id: kk-2, for: processing }]',
};

/** What to do if members are not there. */
export const howToComplete =
  'dcm init writes a whole file to start from; docs/verify-your-bank.md explains each member';

/** Whether one of these problems is a member that is not there. */
export const lacksMembers = (problems: readonly string[]): boolean =>
  problems.some((problem) => problem.includes(', but there is none'));

/** The member that was probably meant, or those that are allowed. */
function allowedAt(schema: unknown, path: readonly PropertyKey[], wrong: string): string {
  const names = membersAt(schema, path);
  if (names.length === 0) return '';
  const near = meant(wrong, names);
  return near === '' ? `; allowed: ${names.join(', ')}` : `; did you mean ${near}?`;
}

function membersAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let current = schema as { shape?: Record<string, unknown>; unwrap?: () => unknown };
  for (const name of [...path, undefined]) {
    while (current && !current.shape && typeof current.unwrap === 'function') {
      current = current.unwrap() as typeof current;
    }
    if (name === undefined) break;
    current = (current?.shape?.[String(name)] ?? {}) as typeof current;
  }
  return Object.keys(current?.shape ?? {});
}
