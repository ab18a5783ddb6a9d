import { describe, it } from 'vitest';
import {
  defaultProfile,
  listedValues,
  type Profile,
  profileOptions,
  valueSchema,
} from './contract/profile/index.js';
import { catalogue, type Rule } from './contract/rules/index.js';
import { exitCode, exitCodeWords, runVerdicts } from './contract/verdict.js';
import { expectFresh, expectFreshPart, table } from './fresh-page.testing.js';
import { runVerdictTexts } from './reports/texts/run-verdicts.js';

/** Pages that repeat what the contract declares. `npm run docs` writes them anew. */

const code = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

interface Bounds {
  readonly type?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly maxItems?: number;
  readonly items?: Bounds & { readonly enum?: readonly unknown[] };
}

function allowed({ type, items, ...bounds }: Bounds): string {
  if (type === 'array' && items) {
    if (items.enum) return `a list of ${items.enum.map(code).join(', ')}`;
    return `up to ${bounds.maxItems} numbers, each ${allowed(items)}`;
  }
  if (type === 'string') {
    return bounds.pattern ? code(bounds.pattern) : `${bounds.minLength} to ${bounds.maxLength} characters`;
  }
  const least =
    bounds.minimum === undefined ? `more than ${bounds.exclusiveMinimum}, at most` : `${bounds.minimum} to`;
  return `${least} ${bounds.maximum}${bounds.multipleOf ? `, in steps of ${bounds.multipleOf}` : ''}`;
}

const options = () =>
  table(
    ['option', 'default', 'allowed', 'what it decides', 'question'],
    (Object.keys(profileOptions) as (keyof Profile)[]).map((name) => {
      const { says, unknown } = profileOptions[name];
      const values = listedValues(name)?.map(code).join(', ') ?? allowed(valueSchema(name) as Bounds);
      return [code(name), code(defaultProfile[name]), values, says.en, unknown === '-' ? '' : unknown];
    }),
  );

const codes = Object.entries(exitCodeWords);

const verdicts = () =>
  table(
    ['verdict', 'exit code', 'means'],
    [
      ...runVerdicts.map((verdict) => [code(verdict), exitCode(verdict), runVerdictTexts.en[verdict].says]),
      ['none', 2, `${exitCodeWords[2].en}: nothing was run`],
    ],
  );

function rulesPage(): string {
  const all = Object.values<Rule>(catalogue);
  const families = new Set(all.map(({ id }) => id.replace(/-\d+$/, '')));
  const sections = [...families].map((family) => {
    const rows = all
      .filter(({ id }) => id.startsWith(`${family}-`))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, level, says, fix, source, step }) => [id, level, says.en, fix.en, source, step]);
    return `## ${family}\n\n${table(['rule', 'level', 'says', 'fix', 'source', 'step'], rows)}\n`;
  });
  return `# Rules

What a bank must, should or may do, as reports and findings name it. A source is a mark and a page ([fidelity.md](fidelity.md)
says what the marks mean); the step is that of the integration plan. Made from \`contract/rules/\` by
\`npm run docs\`.

${sections.join('\n')}`;
}

describe('pages that repeat the contract are fresh', () => {
  it('options', () => expectFreshPart('docs/options.md', 'options', options()));
  it('verdicts', () => expectFreshPart('docs/verify-your-bank.md', 'verdicts', verdicts()));
  it('exit codes', async () => {
    const rows = codes.map(([number, words]) => [number, words.en]);
    await expectFreshPart('docs/ci.md', 'exit codes', table(['exit code', 'means'], rows));
    const line = codes.map(([number, words]) => `**${number}** ${words.en}`).join(' ·\n');
    await expectFreshPart('README.md', 'exit codes', line);
  });
  it('rules', () => expectFresh('docs/rules.md', rulesPage()));
});
