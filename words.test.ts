import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Words and turns of phrase that no text for users may have, in either language, and what to write instead. */

const root = fileURLToPath(new URL('.', import.meta.url));
const folders = [
  ...['contract/rules', 'contract/texts', 'contract/profile', 'contract/bank-config', 'contract/readings'],
  ...['cli', 'reports', 'console', 'bridge'],
];
/** Generated with the words of what they are generated from. */
const generated = ['prove.md', 'coverage.md'];

/** A pattern, what to write instead, and a text with it. */
type Word = readonly [pattern: RegExp, instead: string, sample: string];

const english: readonly Word[] = [
  [/\bexists? already\b/i, 'already exists', 'the file exists already'],
  [/\bat the (?:most|least)\b/i, 'at most, at least', 'names at the most three'],
  [/\bfor ever\b/i, 'forever', 'kept for ever'],
  [/\bsymbols\b/i, 'characters', 'a text of 1 to 500 symbols'],
  [
    /\b(?:of|by|with|about|because of) the own\b/i,
    'your own, its own',
    'declined because of the own service',
  ],
  [/\bastray\b/i, 'wrong, unexpected', 'a request that went astray'],
  [/\bsuffer(?:s|ed)?\b/i, 'allow, be affected', 'a token that suffers no delay'],
  [/\bseldom\b/i, 'rarely', 'it is seldom late'],
  [/\b(?:befell|befall(?:s|en)?)\b/i, 'happen, occur', 'what befell the request'],
  [/\b(?:whilst|amongst|whosoever|whomsoever)\b/i, 'while, among, anyone', 'whilst it runs'],
  [/\bis to be mended\b/i, 'must be fixed', 'what is to be mended first'],
  [/\b(?:behavi|col|fav|hon|neighb)our/i, 'behavior, color, neighbor', 'Colours'],
  [/\b(?:catalogue|centre|licence)s?\b/i, 'catalog, center, license', 'the catalogue of rules'],
  [/\b(?:cancell|labell|modell|travell)(?:ed|ing)\b/i, 'canceled, labeled', 'the request was cancelled'],
  [
    /\b(?:recognis|organis|normalis|authoris|serialis)(?:e|es|ed|ing|ation)\b/i,
    '-ize',
    'authorised by the bank',
  ],
  [/\bjudgement\b/i, 'verdict, judgment', 'the judgement of a run'],
];

const ukrainian: readonly Word[] = [
  [/прий(?:мати|няти|має|няв) участь/i, 'брати участь', 'банк приймає участь'],
  [/на протязі/i, 'протягом', 'на протязі хвилини'],
  [/співпада/i, 'збігатися', 'суми не співпадають'],
  [/відноситься до/i, 'належить до, стосується', 'це відноситься до банку'],
  [/слід(?:уюч|ує(?![а-яіїєґ])|увати)/i, 'наступний, такий; випливає', 'слідуючі кроки'],
  [/являється/i, 'є', 'він являється користувачем'],
  [
    /(?<![а-яіїєґ’])(?:не)?вірн(?:ий|а|е|о|і|ого|ої|им|ими|их)(?![а-яіїєґ])/i,
    '(не)правильний',
    'невірний пароль',
  ],
  [/(?<![а-яіїєґ])[ву] якості/i, 'як', 'у якості ключа'],
  [
    /(?<![а-яіїєґ])при (?:відсутності|наявності|необхідності|помилці)/i,
    'за, у разі',
    'при відсутності ключа',
  ],
  [/по (?:за|в|у)мовч(?:уванн|анн)ю/i, 'типово', 'по замовчуванню 60'],
  [/(?<![а-яіїєґ])дан(?:ий|ого|ому|ої)(?![а-яіїєґ])/i, 'цей', 'даний запит'],
  [/існуюч/i, 'наявний', 'існуючі ключі'],
  [/(?<![а-яіїєґ])діюч/i, 'чинний', 'діючий токен'],
  [/(?<![а-яіїєґ])перевод(?:у|ом|и|ів|і)?(?![а-яіїєґ])/i, 'переказ', 'сума переводу'],
  [/виключенн/i, 'виняток', 'за виключенням двох'],
  [/протиріч/i, 'суперечність', 'протиріччя в запиті'],
  [/рахується/i, 'вважається', 'рахується помилкою'],
  [/а[к]?каунт|[еі]-?мейл/i, 'обліковий запис, електронна пошта', 'аккаунт банку'],
  [
    /(?:будь|хто|що|який) (?:який|яка|яке|які|небудь)(?![а-яіїєґ])/i,
    'з дефісом: будь-який',
    'будь який банк',
  ],
];

const words = [...english, ...ukrainian];

/** Strings of a source that are more than a word: single words are names of members and values of the wire. */
function sentencesIn(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/ .*$/gm, '');
  const quoted = code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g) ?? [];
  const flat = code.replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…');
  const templates = flat.match(/`(?:[^`\\]|\\.)*`/g) ?? [];
  return [...quoted, ...templates].map((text) => text.slice(1, -1)).filter((text) => /\s/.test(text));
}

/** Lines of a page, without code. */
const proseIn = (page: string): string[] => page.replaceAll(/^```[\s\S]*?^```|`[^`\n]*`/gm, '').split('\n');

const read = (file: string) => readFileSync(join(root, file), 'utf8');

function textsOfUsers(): (readonly [file: string, text: string])[] {
  const pages = readdirSync(join(root, 'docs'))
    .filter((name) => name.endsWith('.md') && !generated.includes(name))
    .map((name) => join('docs', name));
  const sources = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|testing|cases)\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  return [
    ...['README.md', ...pages].flatMap((file) => proseIn(read(file)).map((text) => [file, text] as const)),
    ...sources.flatMap((file) => sentencesIn(read(file)).map((text) => [file, text] as const)),
  ];
}

/** The words of a text that are not to be used. */
const wrongIn = (text: string): string[] =>
  words.flatMap(([pattern, instead]) => {
    const found = pattern.exec(text)?.[0];
    return found === undefined ? [] : [`"${found}" -> ${instead}`];
  });

describe('texts for users', () => {
  it.each(words)('%s would be found', (pattern, instead, sample) => {
    expect(sample).toMatch(pattern);
    expect(wrongIn(instead)).toEqual([]);
  });

  it('are found in sources and pages, without code and comments', () => {
    const source = `/** It's seldom. */ const a = 'cancelled'; // seldom\nsay("at the most", 'for ever');`;
    expect(sentencesIn(source)).toEqual(['at the most', 'for ever']);
    expect(proseIn('One `cancelled`.\n```\nseldom\n```\nTwo.').join(' ').split(/\s+/)).toEqual([
      'One',
      '.',
      'Two.',
    ]);
  });

  it('have none of these words', () => {
    const texts = textsOfUsers();
    expect(texts.length).toBeGreaterThan(3000);
    const found = texts.flatMap(([file, text]) => wrongIn(text).map((word) => ({ file, word, text })));
    expect(found).toEqual([]);
  });
});
