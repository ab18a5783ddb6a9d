import { stepWords } from '../../contract/plan.js';
import type { Failure, ScenarioResult } from '../../contract/result.js';
import { seenIn } from '../../contract/texts/said-by-checks/index.js';
import { scenarioName } from '../../contract/texts/scenarios/index.js';
import { merge, type Verdict } from '../../contract/verdict.js';
import { clip, duration, oneLine } from '../text.js';
import { isRed, scenariosOf, strayScenarios } from '../tree.js';
import { findable } from './filter.js';
import { html, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';
import { fixOf, saysOf } from './page.js';
import { evidence, fact, pill, quote, ruleLink, section } from './parts.js';

/** Every scenario, by step; steps with open issues are expanded. */
export function scenarios(page: Page): Markup {
  const { result, texts } = page;
  const steps = result.plan.map((step) =>
    group(
      `step-${step.step}-scenarios`,
      `${texts.step(step.step)}: ${stepWords(step.step, texts.lang)?.title ?? step.title}`,
      step.verdict,
      scenariosOf(result, step.step),
      page,
    ),
  );
  const rest = strayScenarios(result);
  const restVerdict = merge(
    rest.map((scenario) => scenario.verdict),
    'not-run',
  );
  const stray = group('other-scenarios', texts.other, restVerdict, rest, page);
  return section('scenarios', result.scenarios.length, html`${steps}${stray}`, page);
}

function group(
  id: string,
  title: string,
  verdict: Verdict,
  own: readonly ScenarioResult[],
  page: Page,
): Markup {
  if (own.length === 0) return nothing;
  // What follows from something else is told there.
  const open = own.some(({ verdict, caused_by }) => isRed(verdict) && caused_by === null)
    ? html` open`
    : nothing;
  return html`<details class="group" id="${id}"${open}>
<summary><h3>${title}</h3> <span class="muted small">${page.texts.scenarios(own.length)}</span> ${pill(verdict, page)}</summary>
<ol>
${own.map((scenario) => row(scenario, page))}</ol>
</details>
`;
}

function row(scenario: ScenarioResult, page: Page): Markup {
  const { texts, anchors } = page;
  const { subject, scheme, checks, ms, note, failures } = scenario;
  const meta = [
    html`<span>${subject}</span>`,
    scheme === null ? nothing : html`<span>${texts.scheme(scheme)}</span>`,
    html`<span>${texts.checks(checks)}</span>`,
    html`<span>${duration(ms)}</span>`,
    ...scenario.rules.map((id) => ruleLink(id, page)),
  ];
  const body =
    note === '' && failures.length === 0
      ? nothing
      : html`<div class="body">${note === '' ? nothing : html`<p class="note">${note}</p>`}${folded(failures, page)}</div>`;
  const found = findable({ verdict: scenario.verdict, steps: [scenario.step], rules: scenario.rules });
  return html`<li class="scenario" id="${anchors.scenario(scenario)}"${found}>
<span>${pill(scenario.verdict, page)}</span>
<p class="name"><span class="id">${scenario.id}</span>${scenarioName(scenario, texts.lang)}</p>
<p class="meta">${meta}</p>${body}
</li>
`;
}

/** The failures stand above, by their cause; here they are one line until opened. */
function folded(failures: readonly Failure[], page: Page): Markup {
  const [first] = failures;
  if (first === undefined) return nothing;
  return html`<details class="fold"><summary>${first.rule}: ${clip(oneLine(seenIn(page.texts.lang, first.actual)), 160)}</summary>${failures.map((item) => failure(item, page))}</details>`;
}

function failure(item: Failure, page: Page): Markup {
  const { fields, lang } = page.texts;
  return html`<dl class="facts">
${fact(fields.rule, html`${ruleLink(item.rule, page)} ${saysOf(item, page)}`)}
${fact(fields.expected, quote(seenIn(lang, item.expected)))}
${fact(fields.actual, quote(seenIn(lang, item.actual)))}
${fact(fields.fix, html`${fixOf(item, page)}`)}
</dl>${evidence(item, page)}`;
}
