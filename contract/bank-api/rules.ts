import { catalogue, type Rule, type RuleId } from '../rules/index.js';

/** The rules that check an operation of the bank. */

const all = Object.values<Rule>(catalogue);
const family = (name: string, except: readonly RuleId[] = []): RuleId[] =>
  all.map(({ id }) => id as RuleId).filter((id) => id.startsWith(`${name}-`) && !except.includes(id));

/** About the tokens that the bank makes itself (JWT by Bank), not about those that it receives. */
const ofOwnTokens = ['JWT-06'] as const;

const perMethod: readonly RuleId[] = ['AUTH-01', 'AUTH-02', 'AUTH-03', 'AUTH-07', 'AUTH-09', 'AUTH-15'];
const common = [...family('AUTH', perMethod), ...family('JWT', ofOwnTokens)];

export const rulesOf = {
  user_auth: ['AUTH-01', 'AUTH-07', 'AUTH-09', 'AUTH-15', ...common, 'KEY-03', 'KEY-04', 'KEY-05', 'KEY-06'],
  key: ['AUTH-02', ...common, 'KEY-01', 'KEY-02', 'KEY-03', 'KEY-04', 'KEY-05'],
  external_id: ['AUTH-03', 'AUTH-07', ...common, 'KEY-05', 'KEY-06'],
  sign: family('SIGN'),
  callback: family('CALLBACK'),
  secrets: family('KEY'),
} as const satisfies Readonly<Record<string, readonly RuleId[]>>;

/** The rules as they stand in the document. */
export const xRules = (of: keyof typeof rulesOf) => ({
  'x-rules': rulesOf[of].map((id) => {
    const { level, says, fix, source, step }: Rule = catalogue[id];
    return { id, level, says: says.en, fix: fix.en, 'x-provenance': source, step };
  }),
});
