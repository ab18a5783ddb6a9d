import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import { plan } from '../../contract/plan.js';
import { profileOptions } from '../../contract/profile/index.js';
import { catalogue } from '../../contract/rules/index.js';
import { type Suite, sha256 } from '../../reports/statement.js';
import { packageRoot } from '../package.js';

/** Digests of what this installation requires of a bank; the same for sources and compiled code. */
export async function suiteDigests(folder = join(packageRoot, 'features')): Promise<Suite> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.feature')).sort();
  const texts = await Promise.all(
    names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')]),
  );
  return { features: sha256(JSON.stringify(texts)), contract: sha256(JSON.stringify(contract())) };
}

function contract() {
  const shape = (schema: z.ZodType | undefined) =>
    schema === undefined ? null : z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return {
    rules: Object.values(catalogue).map(({ id, level, says, fix, source, step, side }) => {
      return { id, level, says: says.en, fix: fix.en, source, step, side };
    }),
    plan,
    options: Object.entries(profileOptions).map(([name, { value, unknown, says, relaxedBy }]) => {
      return { name, value: shape(value), unknown, says: says.en, relaxedBy };
    }),
    operations: Object.values(operations).map((operation: (typeof operations)[keyof typeof operations]) => {
      const { id, method, path, caller, source } = operation;
      const { required, permission, reverseCalls, refuses } = operation as Operation;
      const body = 'body' in operation ? shape(operation.body) : null;
      const demanded = { required, permission, reverseCalls, refuses };
      return { id, method, path, caller, source, ...demanded, body, answer: shape(operation.answer) };
    }),
  };
}
