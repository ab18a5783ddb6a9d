import { provideDefaultStage } from '../steps/stage.js';
import { openReferenceStage } from './reference-stage.js';

/** Loaded by cucumber.mjs: with plain cucumber, the features walk the plan with the reference bank. */
provideDefaultStage(() => openReferenceStage());
