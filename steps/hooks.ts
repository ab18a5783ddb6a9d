import { AfterAll, Before, BeforeAll } from '@cucumber/cucumber';
import { openStage, type Stage } from './stage.js';
import { createWalk, type Walk } from './walk/walk.js';
import { type DcmWorld, shareWalk } from './world.js';

/** A stage has one walk, also when its steps are run once for each scheme. */
const walks = new WeakMap<Stage, Walk>();

let stage: Stage | undefined;

BeforeAll(async () => {
  const opened = await openStage();
  stage = opened.stage;
  const walk = walks.get(stage) ?? createWalk(stage);
  walks.set(stage, walk);
  walk.useScheme(opened.scheme);
  shareWalk(walk);
});

Before(async function (this: DcmWorld) {
  await this.sightings.begin();
  this.walk.begins(this.sightings.mark);
});

AfterAll(async () => {
  shareWalk(undefined);
  await stage?.close();
  stage = undefined;
});
