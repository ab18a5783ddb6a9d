import { z } from 'zod';
import { type ActDuty, actDuties } from '../contract/act-duties.js';
import { type Act, actAnswer, actInputs } from '../contract/driver.js';

/** The page docs/acts.md: what each act is for, its input and its output, generated from the schemas. */

type Schema = z.core.JSONSchema.BaseSchema;

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((item) => JSON.stringify(item)).join(' or ');
  if (schema.anyOf) return schema.anyOf.map((variant) => typeOf(variant as Schema)).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf((schema.items ?? {}) as Schema)}`;
  if (schema.type !== 'object') return String(schema.type ?? 'anything');
  const members = Object.entries(schema.properties ?? {});
  if (members.length === 0) return 'object';
  const required = new Set(schema.required ?? []);
  const shown = members.map(
    ([name, of]) => `${name}${required.has(name) ? '' : '?'}: ${typeOf(of as Schema)}`,
  );
  return `{ ${shown.join(', ')} }`;
}

const inputOf = (act: Act): Schema => z.toJSONSchema(actInputs[act], { io: 'input', unrepresentable: 'any' });

/** The input of an act in one line, e.g. `{ login: string, name?: string }`. */
export const actInputText = (act: Act): string => typeOf(inputOf(act));

function table(schema: Schema): string[] {
  const members = Object.entries(schema.properties ?? {});
  if (members.length === 0) return ['Input: none.'];
  const required = new Set(schema.required ?? []);
  return [
    '| input | | type |',
    '|---|---|---|',
    ...members.map(
      ([name, of]) =>
        `| \`${name}\` | ${required.has(name) ? 'required' : 'optional'} | \`${typeOf(of as Schema).replaceAll('|', '\\|')}\` |`,
    ),
  ];
}

function section(act: Act, { duty, sees, tells, steps, without, only }: ActDuty): string[] {
  return [
    `## ${act}`,
    '',
    duty,
    '',
    `- DCM sees: ${sees === '' ? 'no request' : sees}`,
    `- Output: ${tells === '' ? 'none' : tells}`,
    `- Needed by: ${steps.length === 0 ? 'every run' : `${steps.length === 1 ? 'step' : 'steps'} ${steps.join(', ')}`}${only === undefined ? '' : `, only with ${only}`}`,
    `- Without it (501): ${without}`,
    '',
    ...table(inputOf(act)),
    '',
  ];
}

/** Markdown of the whole page. */
export function actsPage(): string {
  const output = z.toJSONSchema(actAnswer, { io: 'input', unrepresentable: 'any' }) as Schema;
  const { output: members } = (output.properties ?? {}) as Record<string, Schema>;
  return [
    '# Acts: what the bank is asked to do',
    '',
    'Generated from `contract/driver.ts` and `contract/act-duties.ts`; do not edit. [Verify your bank](verify-your-bank.md#drivers-making-the-bank-act)',
    'says how an act reaches the bank, by HTTP or as a program.',
    '',
    'Every act has the block `dcm` with what the bank needs to call DCM. An act is judged by the requests that DCM sees, and its',
    'response by whether it agrees with them. `ok: true` means done; `ok: false` with `error` means that DCM refused or the bank could not do it; `202 {}`',
    'means started; `501` means not supported. A bank needs only the acts for the steps that it wants to verify. The harness reads',
    'only these members of the output:',
    '',
    '```',
    ...Object.entries(members?.properties ?? {}).map(([name, of]) => `${name}: ${typeOf(of as Schema)}`),
    '```',
    '',
    ...Object.entries(actDuties).flatMap(([act, duty]) => section(act as Act, duty)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
