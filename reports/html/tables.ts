import { findable } from './filter.js';
import { html, type Markup, nothing } from './markup.js';
import { type Page, saysOf } from './page.js';
import { links, pill, quote, ruleLink, scenarioIdLink, section, sourceLink } from './parts.js';

export interface Column {
  readonly head: string;
  /** `bare`: speaks for itself and needs no label when rows are blocks; `wide`: so does it, and takes a line. */
  readonly kind: 'plain' | 'bare' | 'wide' | 'number';
}

export interface Row {
  /** Empty when nothing links to it. */
  readonly id: string;
  /** What the filter finds it by; not filtered without it. */
  readonly found?: Markup;
  readonly cells: readonly Markup[];
}

/** Rows become blocks on a narrow screen, which takes their meaning from a screen reader: the roles give it back. */
export function table(caption: string, columns: readonly Column[], rows: readonly Row[]): Markup {
  const heads = columns.map(
    ({ head, kind }) => html`<th scope="col" role="columnheader" class="${kind}">${head}</th>`,
  );
  return html`<table role="table"><caption class="visually-hidden">${caption}</caption>
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${rows.map((item) => row(item, columns))}</tbody></table>`;
}

function row({ id, cells, found = nothing }: Row, columns: readonly Column[]): Markup {
  const data = cells.map((cell, index) => {
    const { head = '', kind = 'plain' } = columns[index] ?? {};
    return html`<td role="cell" class="${kind}" data-label="${head}">${cell}</td>`;
  });
  const anchor = id === '' ? nothing : html` id="${id}"`;
  return html`<tr role="row"${anchor}${found}>${data}</tr>
`;
}

const stepsOf = (scenarios: readonly string[]): number[] => scenarios.map((id) => Number(id.slice(1, 3)));

export function rules(page: Page): Markup {
  const { result, texts } = page;
  const { fields } = texts;
  const columns: readonly Column[] = [
    { head: fields.rule, kind: 'bare' },
    { head: fields.verdict, kind: 'bare' },
    { head: fields.says, kind: 'wide' },
    { head: fields.level, kind: 'plain' },
    { head: fields.source, kind: 'plain' },
    { head: fields.checks, kind: 'number' },
    { head: fields.scenarios, kind: 'plain' },
  ];
  const rows = result.rules.map((rule) => ({
    id: rule.id,
    found: findable({ verdict: rule.verdict, steps: stepsOf(rule.scenarios), rules: [rule.id] }),
    cells: [
      html`<span class="id">${rule.id}</span>`,
      pill(rule.verdict, page),
      html`${saysOf({ rule: rule.id, says: rule.says }, page)}`,
      html`${texts.levels[rule.level]}`,
      sourceLink(rule.source),
      html`${rule.checks}`,
      // A scenario that ran under both schemes is linked once.
      links([...new Set(rule.scenarios)].map((id) => scenarioIdLink(id, page))),
    ],
  }));
  return section('rules', rows.length, table(texts.sections.rules.title, columns, rows), page);
}

/** A level of the tree in words; another text, of a mock that is newer, as it is. */
const levelOf = (level: string, { texts }: Page): string =>
  (texts.levels as Readonly<Record<string, string>>)[level] ?? level;

export function findings(page: Page): Markup {
  const { result, texts } = page;
  const { fields } = texts;
  if (result.findings.length === 0) return nothing;
  const columns: readonly Column[] = [
    { head: fields.rule, kind: 'bare' },
    { head: fields.says, kind: 'wide' },
    { head: fields.level, kind: 'plain' },
    { head: fields.count, kind: 'number' },
    { head: fields.first, kind: 'wide' },
  ];
  const rows = result.findings.map((finding) => ({
    id: '',
    cells: [
      ruleLink(finding.rule, page),
      html`${saysOf({ rule: finding.rule, says: '' }, page)}`,
      html`${levelOf(finding.level, page)}`,
      html`${finding.count}`,
      quote(finding.first),
    ],
  }));
  return section('findings', rows.length, table(texts.sections.findings.title, columns, rows), page);
}
