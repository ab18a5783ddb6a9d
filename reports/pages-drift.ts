import type { Language } from '../contract/texts/language.js';
import { bilingual } from '../contract/texts/language.js';
import { inUkrainian } from '../contract/texts/said-by-dcm/index.js';
import { wrap } from './text.js';

/** What pages of the documentation say otherwise than the contract, as text. */

/** Kinds of differences, the graver first; what each means is in `texts`. */
export type PagesKind = 'lacks' | 'differs' | 'settled' | 'not there' | 'readable' | 'new';

export interface PagesDrift {
  readonly pages: number;
  readonly operations: number;
  readonly differences: readonly {
    readonly kind: PagesKind;
    readonly page: string;
    readonly about: string;
    readonly says: string;
  }[];
  /** What was not read, and why. */
  readonly unread: readonly { readonly page: string; readonly problem: string }[];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const pagesTexts = bilingual(
  {
    read: (pages: number, operations: number) =>
      `${counted(pages, 'page')} read, ${counted(operations, 'operation')} described`,
    unread: 'Not read',
    nothing: 'Nothing differs from what the project knows.',
    report: 'To have it built in, send these lines to the team that gave you this tool, with the pages.',
    kinds: {
      lacks: 'On a page, but not known here',
      differs: 'Known otherwise here',
      settled: 'Assumed here, and now on a page',
      'not there': 'Known here from a page that does not say it',
      readable: 'Pages of which only a part was known, and that can be read now',
      new: 'Pages that are not known here',
    } as Readonly<Record<PagesKind, string>>,
  },
  {
    read: (pages, operations) => `Прочитано сторінок: ${pages}, описано операцій: ${operations}`,
    unread: 'Не прочитано',
    nothing: 'Відмінностей від того, що відомо проєкту, немає.',
    report: 'Щоб це врахувати, надішліть ці рядки разом зі сторінками команді, від якої отримали інструмент.',
    kinds: {
      lacks: 'Є на сторінці, але тут невідоме',
      differs: 'Тут відоме інакше',
      settled: 'Тут прийняте без джерела, а тепер є на сторінці',
      'not there': 'Відоме тут зі сторінки, на якій цього немає',
      readable: 'Сторінки, з яких була відома лише частина і які тепер можна прочитати',
      new: 'Сторінки, яких тут не знають',
    },
  },
);

const inLanguage = (text: string, language: Language): string =>
  language === 'uk' ? (inUkrainian(text) ?? text) : text;

export function pagesText(drift: PagesDrift, language: Language, width = 100): string {
  const t = pagesTexts[language];
  const groups = (Object.keys(t.kinds) as PagesKind[]).flatMap((kind) => {
    const own = drift.differences.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    return [
      '',
      `${t.kinds[kind]} (${own.length})`,
      ...own.flatMap(({ page, about, says }) => [
        ...wrap(`${about}: ${inLanguage(says, language)}`, width - 4).map(
          (line, index) => `${index === 0 ? '  ' : '    '}${line}`,
        ),
        `      ${page}`,
      ]),
    ];
  });
  const unread = drift.unread.map(({ page, problem }) => `  ${page}: ${inLanguage(problem, language)}`);
  return [
    t.read(drift.pages, drift.operations),
    ...groups,
    ...(unread.length === 0 ? [] : ['', `${t.unread} (${unread.length})`, ...unread]),
    '',
    drift.differences.length === 0 ? t.nothing : t.report,
  ].join('\n');
}
