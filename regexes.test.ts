import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hiding } from './contract/hide.js';
import { withoutJwts } from './contract/jwt-like.js';
import { tellsSecret } from './contract/leak.js';
import { printable } from './contract/printable.js';
import { redactAnswer, redactBody, redactHeaders, redactUrl } from './contract/redact.js';
import { clip, oneLine, visible, wrap } from './reports/text.js';
import { sourceFolders } from './source-folders.testing.js';

/**
 * No regular expression of the project takes longer than its input is long: each is fed 100 kB of what is worst for such
 * expressions, made of its own parts, and so is each function that goes through foreign text.
 */

const length = 100_000;
const mostMs = 50;
/** The machine may be busy with something else: the best of so many tries counts. */
const tries = 10;

const root = fileURLToPath(new URL('.', import.meta.url));

/** A regular expression in the code: behind what an expression can begin after. */
const literal =
  /(?<=[=(,:[!&|?{};]\s*|\breturn |\n\s*)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuy]*)(?=[.,;)\]\s}:])/g;

const found = sourceFolders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.(test|testing|cases)\./.test(name))
      .flatMap((name) => {
        const text = readFileSync(join(root, folder, name), 'utf8').replaceAll(
          /^\s*(?:\*|\/\*|\/\/).*$/gm,
          '',
        );
        return [...text.matchAll(literal)].map(([, source = '', flags = '']) => ({
          file: `${folder}/${name}`,
          source,
          flags,
        }));
      }),
  )
  .filter(
    ({ source, flags }, index, all) =>
      index === all.findIndex((other) => other.source === source && other.flags === flags),
  );

/** What an expression may be made to go over again and again: its own words and symbols, and those of the classes in it. */
function partsOf(source: string): string[] {
  const plain = source.replaceAll(/\\[dDwWsSbB]|\\p\{\w+\}|\(\?<?[=!:]|[()|*+?^$]|\{\d*,?\d*\}/g, ' ');
  const words = plain.replaceAll('\\', '').split(/[\s[\]]+/);
  const symbols = ['a', 'A', '0', '-', '_', '.', ' ', '\n', '/', '@'];
  const own = [...new Set(source.replaceAll(/[\\()^$|]/g, ''))].slice(0, 16);
  return [
    ...new Set([
      ...words.filter((word) => word.length > 1 && word.length < 20).slice(0, 4),
      ...own,
      ...symbols,
    ]),
  ];
}

/** Texts of one part over and over, or of two in turn, that end as the expression does not. */
function* worstOf(source: string, length: number): Generator<string> {
  const parts = partsOf(source);
  const repeat = (text: string) => text.repeat(Math.ceil(length / text.length)).slice(0, length);
  for (const [index, part] of parts.entries()) {
    for (const end of ['', '\u0001', ' x@']) yield repeat(part) + end;
    for (const start of parts.slice(0, 3)) yield start + repeat(part);
    yield repeat(part + (parts[(index + 1) % parts.length] ?? ''));
    yield repeat(`${parts[0]}${part}`);
  }
}

/** Milliseconds of the fastest of some tries; no more tries once it is fast enough. */
function best(work: () => void, most = tries): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < most && least > mostMs; index++) {
    const begun = process.cpuUsage();
    const begunMs = performance.now();
    work();
    const { user, system } = process.cpuUsage(begun);
    // The one counts what other threads of the process do, the other what other processes do.
    least = Math.min(least, (user + system) / 1000, performance.now() - begunMs);
  }
  return least;
}

/**
 * Of a text that is a fifth as long, and takes less than this, all of it takes less than `mostMs`, even if an expression
 * takes 125 times as long for five times as much.
 */
const littleMs = mostMs / 125;

/** The text that takes an expression too long, in short; undefined when there is none. */
function slow(source: string, flags: string, size = length, most = tries): string | undefined {
  const expression = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  const time = (text: string, count: number) => best(() => void text.replaceAll(expression, ''), count);
  const little = [...worstOf(source, size / 5)];
  const suspects = new Set(little.flatMap((text, index) => (time(text, 1) < littleMs ? [] : [index])));
  let index = 0;
  for (const text of worstOf(source, size)) {
    if (suspects.has(index) && time(text, most) > mostMs) return JSON.stringify(text.slice(0, 20));
    index += 1;
  }
  return undefined;
}

describe('regular expressions are linear', () => {
  it('finds them all', () => {
    expect(found.length).toBeGreaterThan(90);
    expect(found.map(({ source }) => source)).toContain('^G[A-Z2-7]{55}$');
  });

  it.each([
    ['^\\S+@\\S+$', ''],
    ['([?&])([^=&#]+)=[^&#]+', 'g'],
    ['\\beyJ[\\w-]{8,}\\.[\\w-]+\\.[\\w-]*', 'g'],
    ['\\/+$', ''],
  ])('would tell %s', (source, flags) => {
    // A part of the length shows it, and does not take seconds.
    expect(slow(source, flags, length / 5, 1)).toBeDefined();
  });

  it.each(found)('$file: /$source/$flags', ({ source, flags }) => {
    expect(slow(source, flags)).toBeUndefined();
  });
});

describe('what goes through foreign text is linear', () => {
  /** As many secrets as are remembered, that begin and end alike. */
  const served = Array.from({ length: 1000 }, (_, index) => `secret-${index}-of-a-customer`);
  const hide = hiding(['secret-1', 'secret-2']);
  const functions: readonly [string, (text: string) => unknown][] = [
    ['redactUrl', redactUrl],
    ['redactHeaders', (text) => redactHeaders({ authorization: text, [text]: text })],
    ['redactBody', (text) => redactBody({ name: text, value: text, [text]: [text] })],
    ['redactAnswer', (text) => redactAnswer({ message: text, name: text, [text]: [text] })],
    ['tellsSecret', (text) => tellsSecret({ body: { [text]: text }, headers: `x: ${text}` }, served)],
    ['printable', (text) => printable(text)],
    ['hiding', hide],
    ['withoutJwts', (text) => withoutJwts(text, () => '')],
    ['visible', visible],
    ['oneLine', oneLine],
    ['wrap', (text) => wrap(text, 60)],
    ['clip', (text) => clip(text, 60)],
  ];
  const parts = [
    '?',
    '&',
    '?a',
    '&a=',
    '#',
    '://',
    '@',
    'a@',
    '%',
    'eyJ',
    '-eyJ',
    'eyJaaaaaaaa.',
    'a.',
    ' ',
    '\u001b',
    'x',
    '\n',
    '`',
    '-of-a-customer',
    'secret-1-of-a-custome',
  ];

  it.each(functions)('%s', (_name, work) => {
    for (const part of parts) {
      for (const [start, end] of [
        ['', ''],
        ['https://', ' '],
        ['eyJaaaaaaaa.a', '='],
      ]) {
        const timeFor = (size: number) => {
          const text = `${start}${part.repeat(size / part.length)}${end}`;
          return best(() => void work(text));
        };
        const ms = timeFor(length);
        // On a busy machine the absolute figure says little: what is linear takes four times as long for four times as much.
        const isLinear = ms <= mostMs || ms < timeFor(length / 4) * 8;
        expect([part, isLinear]).toEqual([part, true]);
      }
    }
  });
});
