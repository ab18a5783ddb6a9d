import type { KindFigures, LoadStage } from '../../contract/load.js';
import { html, type Markup, nothing } from '../html/markup.js';
import { quote } from '../html/parts.js';
import { type Column, type Row, table } from '../html/tables.js';
import { faultWords } from './faults.js';
import { kindName } from './texts.js';
import {
  decisive,
  faultsOf,
  type LoadPage,
  loadMarks,
  loadTones,
  rateText,
  shareText,
  timeText,
} from './words.js';

type Figures = Omit<KindFigures, 'kind' | 'limit_ms'>;

const numberColumns = ({ texts: { fields } }: LoadPage): readonly Column[] =>
  [fields.due, fields.inTime, fields.failed, fields.median, fields.p99, fields.slowest].map((head) => ({
    head,
    kind: 'number',
  }));

const numbersOf = (of: Figures): readonly Markup[] =>
  [
    String(of.due),
    shareText(of),
    String(of.failed),
    timeText(of.p50_ms),
    timeText(of.p99_ms),
    timeText(of.max_ms),
  ].map((text) => html`${text}`);

function section(
  id: 'kinds' | 'stages' | 'faults',
  page: LoadPage,
  columns: readonly Column[],
  rows: readonly Row[],
): Markup {
  const { title, lead } = page.texts.sections[id];
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<p class="lead">${lead}</p>
${table(title, columns, rows)}
</section>
`;
}

/** The kinds of requests of the stage that decides. */
export function kinds(page: LoadPage): Markup {
  const stage = decisive(page.result);
  if (stage === undefined) return nothing;
  const columns: readonly Column[] = [{ head: page.texts.fields.kind, kind: 'bare' }, ...numberColumns(page)];
  const rows = stage.kinds.map((kind) => ({
    id: '',
    cells: [html`<span class="id">${kindName(kind.kind, page.lang)}</span>`, ...numbersOf(kind)],
  }));
  return section('kinds', page, columns, rows);
}

/** The stages of a search. */
export function stages(page: LoadPage): Markup {
  const { result, texts } = page;
  if (result.ramp === null) return nothing;
  const columns: readonly Column[] = [
    { head: texts.fields.rate, kind: 'plain' },
    { head: texts.fields.verdict, kind: 'bare' },
    ...numberColumns(page),
  ];
  const rows = result.stages.map((stage) => ({
    id: '',
    cells: [html`<strong>${rateText(stage.rate)}</strong>`, pill(stage, page), ...numbersOf(stage.all)],
  }));
  return section('stages', page, columns, rows);
}

function pill({ verdict }: LoadStage, { texts }: LoadPage): Markup {
  return html`<span class="pill tone-${loadTones[verdict]}"><span class="mark" aria-hidden="true">${loadMarks[verdict]}</span>${texts.verdicts[verdict]}</span>`;
}

/** What was answered otherwise than expected, in all stages. */
export function faults(page: LoadPage): Markup {
  const { result, texts, lang } = page;
  const all = faultsOf(result);
  if (all.length === 0) return nothing;
  const t = texts.fields;
  const columns: readonly Column[] = [
    { head: t.fault, kind: 'bare' },
    { head: t.kind, kind: 'bare' },
    { head: t.rate, kind: 'number' },
    { head: t.count, kind: 'number' },
    { head: t.example, kind: 'wide' },
    { head: t.fix, kind: 'wide' },
  ];
  const rows = all.map(({ kind, fault, count, example, rates }) => ({
    id: '',
    cells: [
      html`<strong>${faultWords[fault].name[lang]}</strong>`,
      html`<span class="id">${kindName(kind, lang)}</span>`,
      html`${rates.map(rateText).join(', ') || '–'}`,
      html`${count}`,
      quote(example),
      html`${faultWords[fault].fix[lang]}`,
    ],
  }));
  return section('faults', page, columns, rows);
}
