import { When } from '@cucumber/cucumber';
import { type ForgedTokens, forgedTokens } from '../../contract/token-forge/groups.js';
import type { DcmWorld } from '../world.js';
import { askInTurn } from './ask-flows.js';

// Step 1: tokens that nobody but DCM could have made, and that DCM would not make

const places = Object.keys(forgedTokens);

When(/^the methods are asked with tokens that have (.+)$/, async function (this: DcmWorld, words: string) {
  if (!Object.hasOwn(forgedTokens, words)) throw new Error(`there are no forged tokens that have ${words}`);
  const defects = forgedTokens[words as ForgedTokens];
  await askInTurn(
    this,
    places.indexOf(words),
    defects.map((defect) => ({ defect })),
  );
});
