import type { z } from 'zod';
import { meant } from '../../contract/nearest.js';

/** What a schema found wrong, as `member: problem`; `problems.ts` has the Ukrainian. */
export function problemsOf(schema: unknown, issue: z.core.$ZodIssue): string[] {
  const member = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(
      (key) => `${member ? `${member}.` : ''}${key}: unknown member${allowedAt(schema, issue.path, key)}`,
    );
  }
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const ofOtherType = (issues: readonly z.core.$ZodIssue[]) =>
      issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
    const nearest = issue.errors.find((issues) => !ofOtherType(issues)) ?? issue.errors[0] ?? [];
    const inner = nearest.flatMap((item) =>
      problemsOf(schema, { ...item, path: [...issue.path, ...item.path] }),
    );
    if (inner.length > 0) return inner;
  }
  return [`${member || 'file'}: ${issue.message.replace(/^Invalid input: /, '')}`];
}

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
