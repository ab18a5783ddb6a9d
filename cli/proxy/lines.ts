import type { Finding } from '../../contract/control/journal.js';
import { printable } from '../../contract/printable.js';
import type { RecordedExchange } from '../../contract/recording.js';
import { ruleWords } from '../../contract/rules/words.js';
import type { Language } from '../../contract/texts/language.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { paint } from '../../reports/paint.js';
import { proxyWords } from './words.js';

export interface LineOptions {
  readonly language: Language;
  readonly color: boolean;
}

const signs = { must: '✗', should: '!', may: '·' } as const;

const longestUrl = 120;

/** One line about an exchange, and its findings below it. */
export function linesOf(exchange: RecordedExchange, { language, color }: LineOptions): string {
  const t = proxyWords[language];
  const { dim, bold, tone } = paint(color);
  const { at, direction, method, url, operation, status, ms, error, findings } = exchange;
  const how = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  const time = dim(at.slice(11, 23));
  const what = [method, printable(url, longestUrl), operation === '' ? '' : dim(operation)];
  const end = [tone(how, status === 0 ? '---' : String(status)), dim(`${Math.round(ms)} ${t.ms}`)];
  const first = [time, t[direction], ...what, ...end].filter((text) => text !== '').join('  ');
  const lines = findings.map((finding) => `    ${findingLine(finding, language, bold)}`);
  return [first, ...(error === '' ? [] : [`    ${tone('bad', printable(error))}`]), ...lines].join('\n');
}

function findingLine(
  { rule, level, text }: Finding,
  language: Language,
  bold: (text: string) => string,
): string {
  const says = ruleWords(rule, language)?.says ?? '';
  const said = language === 'uk' ? (inUkrainian(text) ?? text) : text;
  return `${signs[level]} ${bold(rule)} ${says}: ${printable(said)}`;
}
