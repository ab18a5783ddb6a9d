import { provideDefaultStage } from '../steps/stage.js';
import { openReferenceStage } from './reference-stage.js';

/** Loaded by cucumber.mjs: features run with plain cucumber walk the plan with the reference bank. */
provideDefaultStage(() => openReferenceStage());
