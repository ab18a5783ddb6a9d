import type { DriftQuestion, DriftWeight } from '../../contract/drift.js';
import { html, joined, type Markup, nothing } from '../html/markup.js';
import { quote } from '../html/parts.js';
import { type Column, type Row, table } from '../html/tables.js';
import { limitText, timeText } from '../load/words.js';
import { clip } from '../text.js';
import { type DriftPage, lifetimeText, placeText, questionsWith, readingName, weightTones } from './words.js';

type SectionName = keyof DriftPage['texts']['sections'];

function section(
  name: SectionName,
  { texts }: DriftPage,
  columns: readonly Column[],
  rows: readonly Row[],
): Markup {
  if (rows.length === 0) return nothing;
  const { title, lead } = texts.sections[name];
  return html`<section aria-labelledby="${name}">
<h2 id="${name}">${title} <span class="count">${rows.length}</span></h2>
<p class="lead">${lead}</p>
${table(title, columns, rows)}
</section>
`;
}

const weightPill = (weight: DriftWeight, { texts }: DriftPage): Markup =>
  html`<span class="pill tone-${weightTones[weight]}">${texts.weights[weight]}</span>`;

const asked = ({ unknown, asks }: DriftQuestion, { lang }: DriftPage): Markup =>
  unknown === '-' ? html`${asks[lang]}` : html`<span class="id">${unknown}</span> ${asks[lang]}`;

/** What was seen of a question, one line each. */
function shown(question: DriftQuestion, page: DriftPage): Markup {
  const { texts, lang, drift } = page;
  const lines = question.shown.map((one) => {
    const name =
      one.reading === '' ? nothing : html`<span class="id">${readingName(question, one.reading)}</span> `;
    const how = one.assumed ? texts.assumed : placeText(one.first, drift);
    return html`${name}${one.says[lang]} (${texts.times(one.count)}, ${how})`;
  });
  return joined(lines, '<br>');
}

export function contradicted(page: DriftPage): Markup {
  const { fields } = page.texts;
  const columns: readonly Column[] = [
    { head: fields.question, kind: 'wide' },
    { head: fields.weight, kind: 'bare' },
    { head: fields.reading, kind: 'wide' },
    { head: fields.live, kind: 'wide' },
  ];
  const rows = questionsWith(page.drift, 'contradicted').map((question) => ({
    id: '',
    cells: [
      asked(question, page),
      weightPill(question.weight, page),
      shown(question, page),
      html`${question.live[page.lang]}`,
    ],
  }));
  return section('contradicted', page, columns, rows);
}

export function differences(page: DriftPage): Markup {
  const { drift, texts } = page;
  const { fields } = texts;
  const columns: readonly Column[] = [
    { head: fields.operation, kind: 'bare' },
    { head: fields.weight, kind: 'bare' },
    { head: fields.what, kind: 'wide' },
    { head: fields.expected, kind: 'plain' },
    { head: fields.came, kind: 'wide' },
    { head: fields.count, kind: 'number' },
    { head: fields.first, kind: 'plain' },
  ];
  const rows = drift.differences.map((one) => ({
    id: '',
    cells: [
      html`<span class="id">${one.operation}</span>`,
      weightPill(one.weight, page),
      html`${quote(clip(one.what, 200))} ${texts.kinds[one.kind]}`,
      html`${clip(one.expected, 200) || '–'}`,
      one.came === '' ? html`–` : quote(clip(one.came, 200)),
      html`${texts.timesOf(one.count, one.of)}`,
      html`${placeText(one.first, drift)}`,
    ],
  }));
  return section('differences', page, columns, rows);
}

export function confirmed(page: DriftPage): Markup {
  const { fields } = page.texts;
  const columns: readonly Column[] = [
    { head: fields.question, kind: 'wide' },
    { head: fields.reading, kind: 'wide' },
  ];
  const rows = questionsWith(page.drift, 'confirmed').map((question) => ({
    id: '',
    cells: [asked(question, page), shown(question, page)],
  }));
  return section('confirmed', page, columns, rows);
}

export function notSeen(page: DriftPage): Markup {
  const columns: readonly Column[] = [{ head: page.texts.fields.question, kind: 'wide' }];
  const rows = questionsWith(page.drift, 'not-seen').map((question) => ({
    id: '',
    cells: [asked(question, page)],
  }));
  return section('not-seen', page, columns, rows);
}

export function operations(page: DriftPage): Markup {
  const { drift, texts } = page;
  const { fields } = texts;
  const columns: readonly Column[] = [
    { head: fields.operation, kind: 'bare' },
    { head: fields.direction, kind: 'plain' },
    { head: fields.count, kind: 'number' },
    { head: fields.statuses, kind: 'plain' },
    { head: fields.median, kind: 'number' },
    { head: fields.p95, kind: 'number' },
    { head: fields.limit, kind: 'number' },
    { head: fields.late, kind: 'number' },
  ];
  const rows = drift.operations.map((one) => ({
    id: '',
    cells: [
      html`<span class="id">${one.operation}</span>`,
      html`${texts.direction[one.direction]}`,
      html`${one.count}`,
      html`${one.statuses.map(({ status, count }) => `${status} × ${count}`).join(', ')}`,
      html`${timeText(one.median_ms)}`,
      html`${timeText(one.p95_ms)}`,
      html`${one.limit_ms === null ? '–' : limitText(one.limit_ms)}`,
      html`${one.limit_ms === null ? '–' : String(one.late)}`,
    ],
  }));
  return section('operations', page, columns, rows);
}

export function calls(page: DriftPage): Markup {
  const { drift, texts } = page;
  const { fields } = texts;
  const columns: readonly Column[] = [
    { head: fields.operation, kind: 'bare' },
    { head: fields.call, kind: 'plain' },
    { head: fields.flow, kind: 'plain' },
    { head: fields.obj, kind: 'plain' },
    { head: fields.count, kind: 'number' },
    { head: fields.lifetime, kind: 'number' },
    { head: fields.order, kind: 'wide' },
  ];
  const rows = drift.operations.flatMap(({ operation, calls: all, orders }) =>
    all.map(({ call, flow, obj, count, lifetime_s }, index) => ({
      id: '',
      cells: [
        html`<span class="id">${operation}</span>`,
        html`/${call}`,
        html`${flow || '–'}`,
        html`${clip(obj, 60) || '–'}`,
        html`${count}`,
        html`${lifetimeText(lifetime_s) || '–'}`,
        index > 0
          ? nothing
          : html`${orders.map((one) => `${one.order.join(' → ')} (${texts.times(one.count)})`).join('; ')}`,
      ],
    })),
  );
  return section('calls', page, columns, rows);
}
