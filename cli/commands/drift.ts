import { basename } from 'node:path';
import { type Against, driftOf } from '../../bridge/drift/drift.js';
import { learnFrom } from '../../bridge/drift/learn.js';
import { type Recording, readRecording } from '../../bridge/drift/read.js';
import type { Language } from '../../contract/texts/language.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { driftPage } from '../../reports/drift/page.js';
import { driftText } from '../../reports/drift/text.js';
import { driftTexts } from '../../reports/drift/texts.js';
import { pagesText } from '../../reports/pages-drift.js';
import { readProfile } from '../config/profile.js';
import { driftOfPages } from '../drift/pages.js';
import { flushed } from '../end/early.js';
import { inColor } from '../in-color.js';
import { languageOf } from '../language.js';
import { writePrivate } from '../private-file.js';

export interface DriftCommand {
  readonly profile?: string;
  /** Address of the documentation, or a folder with its pages. */
  readonly docs?: string;
  readonly learn?: string;
  readonly force?: boolean;
  readonly json?: string;
  readonly html?: string;
  readonly lang?: string;
}

/** `dcm drift`: what the stage did against what is documented and assumed. Returns the exit code. */
export async function drift(files: readonly string[], options: DriftCommand): Promise<number> {
  const language = languageOf(options.lang);
  const texts = driftTexts[language];
  if (options.docs !== undefined) return ofDocumentation(options.docs, files, options, language);
  if (files.length === 0) throw new UsageError(needed);
  const against = options.profile === undefined ? undefined : await assumedIn(options.profile);
  const recordings = await Promise.all(files.map(readRecording));
  const found = driftOf(recordings, against);
  const notes: string[] = [];
  if (options.learn !== undefined) {
    const beyond = await learn(recordings, options.learn, options.force ?? false);
    notes.push(texts.learned(options.learn), texts.beyond(beyond));
  }
  if (options.json !== undefined)
    await writePrivate(options.json, `${JSON.stringify(found, null, 2)}\n`, { option: '--json' });
  if (options.html !== undefined)
    await writePrivate(options.html, driftPage(found, language), { option: '--html' });
  for (const file of [options.json, options.html]) if (file !== undefined) notes.unshift(texts.written(file));
  const color = inColor();
  const text = driftText(found, { color, width: process.stdout.columns ?? 100, language });
  console.log([text, ...notes].join('\n'));
  await flushed();
  return found.exit_code;
}

const needed = said(
  'expected a recording of dcm proxy, or --docs with the address of the documentation or a folder with its pages',
  'очікувано запис dcm proxy або --docs з адресою документації чи текою з її сторінками',
);

/** `--docs`: the pages of the documentation, instead of recordings. */
async function ofDocumentation(
  place: string,
  files: readonly string[],
  { learn, profile, html, json }: DriftCommand,
  language: Language,
): Promise<number> {
  if (files.length > 0 || [learn, profile, html].some((option) => option !== undefined))
    throw new UsageError(
      said(
        '--docs compares pages, and takes no recording, --learn, --profile or --html',
        '--docs порівнює сторінки й не діє разом із записами, --learn, --profile чи --html',
      ),
    );
  const found = await driftOfPages(place);
  if (json !== undefined)
    await writePrivate(json, `${JSON.stringify(found, null, 2)}\n`, { option: '--json' });
  console.log(pagesText(found, language, process.stdout.columns ?? 100));
  await flushed();
  return found.differences.length === 0 ? 0 : 1;
}

async function assumedIn(file: string): Promise<Against> {
  const { options, captured } = await readProfile(file);
  return { name: basename(file), options, captured };
}

/** Writes the learned profile; returns how many things it cannot say. */
async function learn(recordings: readonly Recording[], file: string, force: boolean): Promise<number> {
  const { profile } = learnFrom(recordings, basename(file));
  const kept = said(
    `--learn ${file}: the file already exists; name another one, or add --force`,
    `--learn ${file}: такий файл уже є; укажіть інший або додайте --force`,
  );
  const text = `${JSON.stringify(profile, null, 2)}\n`;
  await writePrivate(file, text, { option: '--learn', kept: force ? undefined : kept });
  return profile.learned?.beyond.length ?? 0;
}
