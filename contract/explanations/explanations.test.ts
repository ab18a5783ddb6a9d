import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectFresh, table } from '../../fresh-page.testing.js';
import { errorCatalogue } from '../errors.js';
import { operations } from '../operations/index.js';
import { type Cause, causeFamilies, causes, explanationOf } from './index.js';
import { hintOf, longestHint, placeOf, whyOf } from './why.js';

const ids = Object.keys(causes) as Cause[];
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything that the mock's sources say. */
const sources = readdirSync(join(root, 'mock-server'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?<!\.test|\.testing)\.ts$/.test(name))
  .map((name) => readFileSync(join(root, 'mock-server', name), 'utf8'))
  .join('\n');

describe('the catalog of explanations', () => {
  it('has each cause once, and each is thrown somewhere', () => {
    expect(causeFamilies.flatMap(([, family]) => Object.keys(family))).toEqual(ids);
    expect(ids.length).toBeGreaterThan(130);
    expect(ids.filter((id) => !sources.includes(`'${id}'`))).toEqual([]);
  });

  it('has one for every entry of the error catalog', () => {
    const explained = new Set(ids.map((id) => explanationOf(id).code));
    expect(Object.keys(errorCatalogue).filter((code) => !explained.has(code as never))).toEqual([]);
  });

  it.each(ids)('%s: both languages say the same facts, and name operations that exist', (id) => {
    const { says, right, where } = explanationOf(id);
    for (const { en, uk } of [says, right]) {
      const facts = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
      // `part` is an English word, which Ukrainian says otherwise.
      expect(facts(uk)).toEqual(facts(en).filter((name) => name !== '{part}'));
      expect(en).not.toMatch(/[.!]$/);
    }
    const named = `${says.en} ${right.en}`.match(
      /\b(?:get|list|create|update|set|add|submit|register|issue|burn)[A-Z]\w+/g,
    );
    expect((named ?? []).filter((name) => !Object.hasOwn(operations, name))).toEqual([]);
    expect(placeOf(where.replace('{part}', 'body')).uk).toMatch(/[а-яіїєґ]|^[\w{}]+$/i);
  });

  it('names where a member is in the operation that is refused', () => {
    const why = (operation: keyof typeof operations) =>
      whyOf('customer-unknown', { thing: 'customer' }, { operation: operations[operation] }).where.en;
    expect(why('getCustomer')).toBe('path, customer_guid');
    expect(why('setCustomerAmountLimit')).toBe('body, customer_guid');
  });
});

/** What looks like a secret by its form, and would be one in a request. */
const secrets = fc.oneof(
  fc
    .tuple(
      fc.base64String({ minLength: 24, maxLength: 60 }),
      fc.base64String({ minLength: 24, maxLength: 60 }),
    )
    .map(([claims, signature]) => {
      const bare = (text: string) => text.replaceAll(/[+/=]/g, 'x');
      return `eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.${bare(claims)}.${bare(signature)}`;
    }),
  fc.stringMatching(/^[A-Za-z0-9]{24,40}$/).map((text) => `bearer ${text}`),
);

describe('a hint', () => {
  it('is one short line of printable ASCII, whatever the facts are, and has no secret of theirs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids),
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        secrets,
        (id, text, secret) => {
          const facts = new Proxy({} as Record<string, string>, {
            get: (_, name) => `${String(name)} ${text} ${secret}`,
          });
          const why = whyOf(id, facts);
          const hint = hintOf(why);
          expect(hint).toMatch(/^[\x20-\x7e]+$/);
          expect(hint.length).toBeLessThanOrEqual(longestHint);
          expect(hint.startsWith(`${id}: `)).toBe(true);
          const [, credential = secret] = secret.split('bearer ');
          expect(JSON.stringify(why)).not.toContain(credential);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has the words of a fact in Ukrainian, too', () => {
    const uk = (...[id, facts]: Parameters<typeof whyOf>) => whyOf(id, facts).says.uk;
    const wrong = { member: 'a', part: 'body', problem: 'expected string, received list' };
    expect(uk('member-type', wrong)).toBe('a має інший тип: очікувано текст, отримано перелік');
    expect(uk('password-weak', { problems: 'at least 8 characters, a digit' })).toBe(
      'паролеві бракує: щонайменше 8 символів, цифру',
    );
    expect(uk('session-expired', { at: '2026-01-01' })).toBe('строк дії сесії минув 2026-01-01');
  });

  it('says what is right where there is room', () => {
    expect(hintOf(whyOf('login-method', {}))).toBe(
      'login-method: the method of the login is not password; send method: password',
    );
  });
});

const escaped = (text: string) =>
  text.replaceAll(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;')).replaceAll(/\{(\w+)\}/g, '`$1`');

function page(): string {
  const sections = causeFamilies.map(([{ en }, family]) => {
    const rows = (Object.keys(family) as Cause[]).map((id) => {
      const { code, says, where, right, source } = explanationOf(id);
      const { status, reason } = code === undefined ? { status: '', reason: '' } : errorCatalogue[code];
      return [
        `\`${id}\``,
        `${status} ${reason}`.trim(),
        escaped(says.en),
        escaped(placeOf(where).en),
        escaped(right.en),
        source,
      ];
    });
    return `## ${en}\n\n${table(['cause', 'refusal', 'what was wrong', 'where', 'what is right', 'source'], rows)}\n`;
  });
  return `# Refusals

Why the mock refuses a request, and what would be right. Every refusal has one of these causes. The header \`DCM-Hint\` of its response begins with it, and
\`why\` of its journal entry has all of it: in the console, in \`dcm logs\`, at \`GET /control/v1/journal/entries/{seq}\`, in English and
Ukrainian. A name in \`code\` stands for a fact of the request. Where a reverse call decided, the journal links to it.

The refusal is the status and the \`DCM-Reason\` under the default options; Kratos, faults and the control API have their own. A
source is a mark and a page ([fidelity.md](fidelity.md) says what the marks mean). \`DCM-Hint\`, like \`DCM-Reason\`, exists only in the
mock; it also says what a real login would keep to itself, such as which address is unknown. Made from
\`contract/explanations/\` by \`npm run docs\`.

${sections.join('\n')}`;
}

it('docs/refusals.md is fresh', () => expectFresh('docs/refusals.md', page()));
