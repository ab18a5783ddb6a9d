import { readFile, writeFile } from 'node:fs/promises';
import { type Section, targetOf } from './table.js';

/** The page of the measurements: what a run measures replaces its part of the page, the rest stays. */

const row = (cells: readonly string[]) =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

function tableOf({ title, unit, lines, notes = [] }: Section): string {
  const rows = lines.map((line) => {
    const target = targetOf(line);
    return row(
      [
        line.what,
        line.figure,
        line.ratio?.toFixed(2) ?? '',
        target && `${target.words}: ${target.met ? 'met' : 'missed'}`,
      ].map((cell) => cell ?? ''),
    );
  });
  return [
    `**${title}**`,
    '',
    row(['what', unit, 'ratio', 'target']),
    '|---|---:|---:|---|',
    ...rows,
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)]),
  ].join('\n');
}

/**
 * Writes a section between `<!-- NAME: written by … -->` and `<!-- end of NAME -->`.
 * @throws {Error} if the page has no such place
 */
export async function writeSection(
  page: string,
  name: string,
  section: Section,
  machine: string,
): Promise<void> {
  const text = await readFile(page, 'utf8');
  const place = new RegExp(`(<!-- ${name}: written by [^>]* -->)[^]*?(<!-- end of ${name} -->)`);
  if (!place.test(text)) throw new Error(`${page} has no place for ${name}`);
  const part = `${tableOf(section)}\n\n${machine}`;
  await writeFile(
    page,
    text.replace(place, (_all, begin: string, end: string) => `${begin}\n\n${part}\n\n${end}`),
  );
}
