import { AfterAll, Before, BeforeAll } from '@cucumber/cucumber';
import { openStage, type Stage } from './stage.js';
import { createWalk } from './walk/walk.js';
import { type DcmWorld, shareWalk } from './world.js';

let stage: Stage | undefined;

BeforeAll(async () => {
  stage = await openStage();
  shareWalk(createWalk(stage));
});

Before(async function (this: DcmWorld) {
  await this.sightings.begin();
});

AfterAll(async () => {
  shareWalk(undefined);
  await stage?.close();
  stage = undefined;
});
