import { z } from 'zod';
import { contradictions } from './contradictions.js';
import { members } from './members.js';

export const bankConfig = members.superRefine((config, context) => {
  for (const [member, message] of contradictions(config)) {
    context.addIssue({ code: 'custom', path: member.split('.'), message });
  }
});

/** JSON Schema of bank.yaml for editors; contradictions between members are checked only when the file is read. */
export const bankConfigSchema = (): object => ({
  ...z.toJSONSchema(members, { io: 'input', unrepresentable: 'any' }),
  title: 'bank.yaml',
});

export type { BankConfig } from './members.js';
