import { After, AfterAll, Before, BeforeAll } from '@cucumber/cucumber';
import { Blocked } from './blocked.js';
import { dcmAt } from './patience.js';
import { scenarioId, writtenIn } from './run/collect.js';
import { openStage, type Stage } from './stage.js';
import { troubleMediaType } from './trouble.js';
import { createWalk, type Walk } from './walk/walk.js';
import { type DcmWorld, shareWalk } from './world.js';

/** A stage has one walk, also when its steps are run once for each scheme. */
const walks = new WeakMap<Stage, Walk>();

/** The step of the plan that a scenario belongs to. */
const stepOf = (tags: readonly { readonly name: string }[]): number =>
  Number(tags.find(({ name }) => name.startsWith('@step-'))?.name.slice('@step-'.length) ?? 0);

let stage: Stage | undefined;

BeforeAll(async () => {
  const opened = await openStage();
  stage = opened.stage;
  const walk = walks.get(stage) ?? createWalk(stage);
  walks.set(stage, walk);
  walk.scheme.use(opened.scheme);
  shareWalk(walk);
});

Before(async function (this: DcmWorld, { pickle }) {
  await this.journal.begin();
  this.begunAt = this.journal.mark;
  // Before it is kept: whoever goes on with the run knows since when the orders are unknown.
  this.walk.orderBook.begins(this.begunAt);
  this.walk.customers.begins();
  // The scenario before it has been told whole by now.
  const { name, tags } = writtenIn(pickle);
  await this.stage.keep?.(this.walk.state, scenarioId(tags));
  this.step = stepOf(pickle.tags);
  this.stage.begins?.({ id: scenarioId(tags) || name, name, step: this.step }, this.begunAt + 1);
  this.stage.patience.begin(this.step);
  this.walk.scheme.begins(this.begunAt);
  this.begun = true;
});

After(async function (this: DcmWorld) {
  if (!this.begun) return;
  // First, so that no fault outlives its scenario, whatever goes wrong.
  const unused = await this.faults.end();
  const { patience } = this.stage;
  for (const { path, answered, lostMs } of await this.journal.questions()) {
    if (answered) patience.came(dcmAt(path));
    if (lostMs > 0) patience.inVain(dcmAt(path), lostMs, `DCM received no response from ${path}`);
  }
  if (unused.length > 0) {
    throw new Blocked(`the fault that this scenario requested never occurred: ${unused.join(', ')}`);
  }
});

/** What went wrong around a scenario that did not pass is told beside what its checks have said. */
After(async function (this: DcmWorld, { result, error }) {
  if (!this.begun || (result?.status === 'PASSED' && !this.doubtful)) return;
  this.walk.spoiled();
  for (const trouble of await this.walk.troublesSince(this.begunAt, error)) {
    this.attach(JSON.stringify(trouble), troubleMediaType);
  }
});

AfterAll(async () => {
  const walk = stage && walks.get(stage);
  if (walk) await stage?.keep?.(walk.state, '');
  shareWalk(undefined);
  await stage?.close();
  stage = undefined;
});
