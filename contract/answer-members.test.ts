import { expect, test } from 'vitest';
import { z } from 'zod';
import { amountMembers, dateMembers } from './answer-members.js';
import { operations } from './operations/index.js';
import { hryvnias, timestamp } from './schemas.js';

/** The members that options give another form are exactly those that the operations declare. */

function membersOf(schema: unknown, wanted: z.ZodType): string[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, one]) =>
      one === wanted ? [name] : membersOf(one, wanted),
    );
  if (schema instanceof z.ZodArray) return membersOf(schema.element, wanted);
  if (schema instanceof z.ZodRecord) return membersOf(schema.valueType, wanted);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((one) => membersOf(one, wanted));
  if (schema instanceof z.ZodOptional) return membersOf(schema.unwrap(), wanted);
  return [];
}

const declared = (wanted: z.ZodType): string[] =>
  Object.values(operations)
    .filter(({ path }) => !path.startsWith('/kratos/'))
    .flatMap(({ answer }) => membersOf(answer, wanted));

test.each([
  ['amounts', hryvnias, amountMembers],
  ['dates', timestamp, dateMembers],
] as const)('%s', (_what, schema, members) => {
  expect([...new Set(declared(schema))].toSorted()).toEqual([...members].toSorted());
});
