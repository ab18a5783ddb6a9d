import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { expectFreshPart, table } from '../../fresh-page.testing.js';
import { packageRoot } from '../../mock-server/installation.js';
import { defaultProfile, type Profile, profileOptions, someOptions } from '../profile/index.js';
import { openQuestions, otherReadings, readingId } from './index.js';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

it('each has an id of its own, the usual ones included', () => {
  const ids = openQuestions.flatMap((question) => [
    readingId(question, question.usual),
    ...question.others.map((reading) => readingId(question, reading)),
  ]);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  expect(twice).toEqual([]);
});

it('each sets options to allowed values that differ from the default', () => {
  const wrong = otherReadings.filter(({ profile: options }) => {
    const names = Object.keys(options) as (keyof Profile)[];
    const allowed = someOptions.safeParse(options).success;
    return names.length === 0 || !allowed || names.some((name) => same(options[name], defaultProfile[name]));
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('one that relaxes what a page says has another page of the vendor for it', () => {
  const relaxing = otherReadings.filter(({ profile: options }) =>
    (Object.keys(options) as (keyof Profile)[]).some((name) =>
      [profileOptions[name].relaxedBy].flat().includes(options[name]),
    ),
  );
  expect(relaxing.filter(({ evidence }) => !/^[DO] /.test(evidence)).map(({ id }) => id)).toEqual([]);
});

it('each touches scenarios that exist', async () => {
  const folder = join(packageRoot, 'features');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.feature'));
  const text = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  const known = new Set(text.match(/@S\d\d-\d\d\b/g));
  const missing = otherReadings.flatMap(({ touches }) => touches.filter((id) => !known.has(`@${id}`)));
  expect(missing).toEqual([]);
  expect(otherReadings.filter(({ touches }) => touches.length === 0)).toEqual([]);
});

it('docs/readings.md has all of them', async () => {
  const page = 'docs/readings.md';
  const tried = otherReadings.filter(({ untried }) => untried === undefined);
  const untried = otherReadings.filter((reading) => reading.untried !== undefined);
  const options = (of: Partial<Profile>) =>
    Object.entries(of)
      .map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``)
      .join(', ');
  const rows = openQuestions.flatMap((question) => [
    [
      readingId(question, question.usual),
      question.asks.en,
      `${question.usual.says.en} (the default)`,
      '',
      question.usual.evidence,
    ],
    ...question.others.map((reading) => [
      readingId(question, reading),
      '',
      reading.says.en,
      options(reading.profile),
      reading.evidence,
    ]),
  ]);
  await expectFreshPart(
    page,
    'readings',
    `${openQuestions.length} questions with ${otherReadings.length} other readings, of which a run tries ${tried.length}.\n\n${table(['reading', 'question', 'what DCM does', 'options', 'source'], rows)}`,
  );
  await expectFreshPart(
    'docs/fidelity.md',
    'readings',
    [
      `${openQuestions.length} questions have ${otherReadings.length} plausible readings beside the usual ones. A run tries ${tried.length} of them.${untried.length === 0 ? '' : ' Not tried:'}`,
      ...untried.map(({ id, untried: reason }) => `- ${id}: ${reason?.en}`),
    ].join('\n'),
  );
  await expectFreshPart(
    page,
    'advice',
    openQuestions
      .map(({ unknown, asks, live }) => `- ${unknown === '-' ? '' : `${unknown}: `}${asks.en} ${live.en}`)
      .join('\n'),
  );
  await expectFreshPart(
    page,
    'untried',
    untried.length === 0
      ? 'None.'
      : untried.map(({ id, untried: reason }) => `- ${id}: ${reason?.en}.`).join('\n'),
  );
});
