import type { Language } from '../language.js';
import { inUkrainian } from '../said-by-dcm/index.js';
import { createReader, type Phrase, type Reader } from '../said-by-dcm/template.js';
import { aboutAnswers, aboutSecrets } from './answers.js';
import { aboutMoney } from './money.js';
import { aboutOutcomes } from './outcomes.js';
import { aboutRequests } from './requests.js';

/**
 * What checks say they expected and saw (`steps/checks/`, `steps/definitions/`), in Ukrainian. What came over the wire stands in places that are
 * never read, or alone, and stays as it is.
 */

const missing: readonly Phrase[] = [
  ['missing', 'немає'],
  ['empty', 'порожнє'],
];

const within: Reader = (text, depth) => read(text, depth) ?? readPart(text, depth) ?? inUkrainian(text);
const phrases = [...aboutAnswers, ...aboutSecrets, ...aboutMoney, ...aboutOutcomes, ...aboutRequests];
const read = createReader(phrases, (text, depth) => within(text, depth));
/** Words that are ours only within a sentence: alone they may be from the wire. */
const readPart = createReader(missing);

/** JSON, or a status with the JSON of a response. */
const fromWire = /^(?:\d{3} )?(?:\[|"|\{(?!"data": \{\.{3}))/;

/** What a check expected or saw, in the language of the reader, as far as it is ours. */
export const seenIn = (language: Language, text: string): string =>
  language === 'uk' && !fromWire.test(text) ? (read(text) ?? text) : text;
