import type { Finding, JournalEntry, Why } from '../../contract/control/journal.js';
import { printable } from '../../contract/printable.js';
import { ruleWords } from '../../contract/rules/words.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { paint } from '../../reports/paint.js';
import { clip, wrap } from '../../reports/text.js';

export interface LineOptions {
  readonly language: Language;
  readonly color: boolean;
  /** Characters of a line; without it lines are as long as they are. */
  readonly width?: number | undefined;
  /** Whether request ids are shown where there is room. */
  readonly ids?: boolean;
}

const words = bilingual(
  { in: 'bank → DCM', out: 'DCM → bank', ms: 'ms', decidedBy: 'decided by exchange' },
  { in: 'банк → DCM', out: 'DCM → банк', ms: 'мс', decidedBy: 'визначальний обмін' },
);

const signs = { must: '✗', should: '!', may: '·' } as const;
const arrows = { in: '→', out: '←' } as const;

const longestUrl = 120;
/** A URL is not cut further, however narrow the terminal is. */
const shortestUrl = 16;
/** Characters that the operation and the words for the direction need beside the rest. */
const roomy = 100;
/** Characters that a request id needs beside them. */
const roomyForIds = 160;
/** Indent of what is below the line. */
const indent = '    ';

/** One line about an exchange; below it, why it was refused and what was noticed about it. */
export function linesOf(
  exchange: JournalEntry,
  { language, color, width, ids = false }: LineOptions,
): string {
  const t = words[language];
  const { dim, bold, tone } = paint(color);
  const { at, direction, method, url, operation, status, ms, reason, error, findings, why } = exchange;
  const how = status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'good';
  const narrow = width !== undefined && width < roomy;
  const time = at.slice(11, narrow ? 19 : 23);
  const way = narrow ? arrows[direction] : t[direction];
  const said = operation === '' || narrow ? '' : operation;
  const code = status === 0 ? '---' : String(status);
  const took = `${Math.round(ms)} ${t.ms}`;
  const named = narrow ? '' : reason;
  const hasRoom = width === undefined || width >= roomyForIds;
  const id = ids && hasRoom ? (exchange.request_id ?? '') : '';
  const others = [time, way, method, said, code, took, named, id].filter((text) => text !== '');
  const taken = others.reduce((sum, text) => sum + text.length + 2, 0);
  const room = width === undefined ? longestUrl : Math.max(shortestUrl, width - taken);
  const place = clip(printable(url, longestUrl), room);
  const first = [
    dim(time),
    way,
    method,
    place,
    said && dim(said),
    tone(how, code),
    dim(took),
    named && dim(named),
    id && dim(id),
  ]
    .filter((text) => text !== '')
    .join('  ');
  const below = (text: string): string[] =>
    width === undefined ? [text] : wrap(text, Math.max(shortestUrl, width - indent.length - 2));
  const problem =
    error === ''
      ? []
      : below(printable(inLanguage(error, language))).map((line) => indent + tone('bad', line));
  const noticed = findings.flatMap((finding) => {
    const [head = '', ...more] = below(findingText(finding, language));
    return [
      `${indent}${signs[finding.level]} ${head.replace(finding.rule, bold(finding.rule))}`,
      ...more.map((line) => `${indent}  ${line}`),
    ];
  });
  const told = whyLines(why, language)
    .flatMap(below)
    .map((line) => indent + line);
  return [first, ...problem, ...told, ...noticed].join('\n');
}

/** The explanation in short: what was wrong and where, and what is right. */
function whyLines(why: Why | undefined, language: Language): string[] {
  if (why === undefined) return [];
  const { id, says, where, right, decided_by } = why;
  const by = decided_by === undefined ? '' : ` (${words[language].decidedBy} ${decided_by})`;
  return [printable(`${id}: ${says[language]}${by} [${where[language]}]`), printable(`→ ${right[language]}`)];
}

function findingText({ rule, text }: Finding, language: Language): string {
  const says = ruleWords(rule, language)?.says ?? '';
  return `${rule} ${says}: ${printable(inLanguage(text, language))}`;
}

const inLanguage = (text: string, language: Language): string =>
  language === 'uk' ? (inUkrainian(text) ?? text) : text;
