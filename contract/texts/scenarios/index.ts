import type { Language } from '../language.js';
import { clientScenarios } from './client.js';
import { hardTransferScenarios } from './hard-transfers.js';
import { serviceScenarios } from './service.js';
import { transferScenarios } from './transfers.js';

/** Ukrainian names by id; the English ones are those of the feature files. */
export const ukrainianScenarios = {
  ...serviceScenarios,
  ...clientScenarios,
  ...transferScenarios,
  ...hardTransferScenarios,
};

/** The name of a scenario; one that has none in a language keeps its own. */
export const scenarioName = (
  { id, name }: { readonly id: string; readonly name: string },
  language: Language,
): string => (language === 'uk' ? (ukrainianScenarios[id] ?? name) : name);
