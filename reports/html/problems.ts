import { seenIn } from '../../contract/texts/said-by-checks/index.js';
import { scenarioName } from '../../contract/texts/scenarios/index.js';
import { tones } from '../marks.js';
import { isGrave, type Problem, problems, roots, unexplained, type Variant } from '../problems.js';
import { findable } from './filter.js';
import { html, type Markup, nothing } from './markup.js';
import type { Page } from './page.js';
import {
  evidence,
  fact,
  following,
  links,
  pill,
  quote,
  ruleLink,
  scenarioLink,
  section,
  sourceLink,
} from './parts.js';

/** From this many failures on, they get an index. */
const manyProblems = 6;

/** How many are expanded at first. */
const mostOpen = 3;

/** How many ways of breaking one rule are shown here; the rest are shown in the scenarios. */
const mostVariants = 10;

/** Failures by rule; empty when nothing failed. */
export function failures(page: Page): Markup {
  const failed = roots(problems(page.result, page.texts.lang)).filter(isGrave);
  const bare = unexplained(page.result);
  if (failed.length + bare.length === 0) return nothing;
  const unexplainedOnes = bare.map(
    (
      scenario,
    ) => html`<article class="problem tone-${tones.failed}"${findable({ verdict: 'failed', steps: [scenario.step], rules: scenario.rules })}>
<h3>${pill('failed', page)} ${scenarioLink(scenario, page)}</h3>
<p class="rule">${scenarioName(scenario, page.texts.lang)}</p>
<dl class="facts">${fact(page.texts.fields.because, html`${scenario.note || page.texts.noReason}`)}</dl>
</article>
`,
  );
  const body = html`${index(failed)}${failed.map((item, at) => problem(item, at < mostOpen, page))}${unexplainedOnes}`;
  return section('failures', failed.length + bare.length, body, page);
}

/** Broken rules that do not fail the run. */
export function warnings(page: Page): Markup {
  const all = roots(problems(page.result, page.texts.lang)).filter((root) => !isGrave(root));
  if (all.length === 0) return nothing;
  return section(
    'warnings',
    all.length,
    html`${all.map((item, at) => problem(item, at < mostOpen, page))}`,
    page,
  );
}

function index(all: readonly Problem[]): Markup {
  if (all.length < manyProblems) return nothing;
  const rows = all.map(
    (
      problem,
    ) => html`<li><a class="id" href="#failure-${problem.rule}">${problem.rule}</a> <span>${problem.says}</span></li>
`,
  );
  return html`<ul class="index">
${rows}</ul>
`;
}

/** Whatever the filter may look for: the rule, what follows from it, and where it was seen. */
function found({ rule, verdict, variants, follows }: Problem): Markup {
  const scenarios = [...variants.flatMap((each) => each.scenarios), ...follows.scenarios];
  return findable({ verdict, steps: scenarios.map(({ step }) => step), rules: [rule, ...follows.rules] });
}

/** What is seen at once is the cause and how much follows from it; details of the first ones are open. */
function problem(item: Problem, open: boolean, page: Page): Markup {
  const { fields, levels, wholeRun } = page.texts;
  const hidden = item.variants.slice(mostVariants).flatMap((each) => each.scenarios);
  return html`<article class="problem tone-${tones[item.verdict]}" id="failure-${item.rule}"${found(item)}>
<h3>${pill(item.verdict, page)} ${ruleLink(item.rule, page)} <span class="muted">${levels[item.level]}</span></h3>
<p class="rule">${item.says}</p>
${following(item.follows, page)}<details class="fold more"${open ? html` open` : nothing}><summary>${page.texts.more}</summary>
<dl class="facts">
${item.fixes.map((fix) => fact(fields.fix, html`${fix}`))}
${item.causes.length === 0 ? nothing : fact(fields.causes, html`<ol class="causes">${item.causes.map((cause) => html`<li>${cause}</li>`)}</ol>`)}
${item.reading === '' ? nothing : fact(fields.reading, html`${item.reading}`)}
${fact(fields.source, sourceLink(item.source))}
${item.variants.length === 0 ? fact(fields.seenIn, html`${wholeRun}`) : nothing}
${hidden.length === 0 ? nothing : fact(fields.seenIn, links(hidden.map((scenario) => scenarioLink(scenario, page))))}
</dl>
${item.variants.slice(0, mostVariants).map((each) => variant(each, page))}</details></article>
`;
}

function variant({ failure, scenarios }: Variant, page: Page): Markup {
  const { fields, lang } = page.texts;
  return html`<div class="variant"><dl class="facts">
${fact(fields.expected, quote(seenIn(lang, failure.expected)))}
${fact(fields.actual, quote(seenIn(lang, failure.actual)))}
${fact(fields.seenIn, links(scenarios.map((scenario) => scenarioLink(scenario, page))))}
</dl>${evidence(failure, page)}</div>
`;
}
