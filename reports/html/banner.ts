import { runMarks, runTones } from '../marks.js';
import { duration } from '../text.js';
import { stepsHeld, tally, waiverTexts } from '../tree.js';
import { html, joined, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';

/** The verdict, its numbers, and everything that limits it. */
export function banner(page: Page): Markup {
  const { result, texts } = page;
  const { name, says } = texts.runVerdicts[result.verdict];
  return html`<header class="banner tone-${runTones[result.verdict]}" id="verdict" tabindex="-1">
<h1><span aria-hidden="true">${runMarks[result.verdict]}</span>${name}</h1>
<p class="says">${says}</p>
${figures(page)}
${narrows(page)}
</header>
`;
}

function figures({ result, texts }: Page): Markup {
  const counts = tally(result);
  const steps = stepsHeld(result);
  const acts = result.plan.filter(({ verdict }) => verdict === 'simulated').length;
  const simulated = acts === 0 ? '' : `, ${texts.figures.simulated(acts)}`;
  const others = (
    ['error', 'not-verified', 'warned', 'waived', 'simulated', 'not-run', 'not-applicable'] as const
  )
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) => figure(texts.verdicts[verdict], html`${counts[verdict]}`));
  return html`<dl class="figures">
${figure(texts.figures.steps, html`${steps.held} <small>${texts.figures.of(steps.of)}${simulated}</small>`)}
${figure(texts.figures.passed, html`${counts.passed}`)}
${figure(texts.figures.failed, html`${counts.failed}`)}
${others}
${result.errors.length === 0 ? nothing : figure(texts.figures.errors, html`${result.errors.length}`)}
${figure(texts.figures.exitCode, html`${result.exit_code}`)}
${figure(texts.figures.duration, html`${duration(result.ms)}`)}
</dl>`;
}

function figure(label: string, value: Markup): Markup {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
}

function narrows({ result, texts }: Page): Markup {
  const rows: readonly (readonly [string, string])[] = [
    [texts.narrows.scope, result.scope === 'full' ? '' : result.scope],
    [texts.narrows.switchedOff, result.switched_off.join(', ')],
    [texts.narrows.waivers, waiverTexts(result).join(', ')],
    [texts.narrows.options, result.profile_changes.join(', ')],
    [texts.narrows.selection, result.selection],
    [texts.narrows.tokens, result.whole ? texts.narrows.whole : ''],
    [texts.narrows.resumed, result.resumed === null ? '' : texts.resumed(result.started_at, result.resumed)],
    [texts.narrows.seed, result.seed],
  ];
  const shown = rows.filter(([, value]) => value !== '');
  if (shown.length === 0) return nothing;
  return html`<dl class="narrows">${joined(shown.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`))}</dl>`;
}
