import type { Source } from './provenance.js';
import { provenanceText } from './provenance-text.js';

/** Where a part of an OpenAPI document comes from. */
export const sourced = (source: Source) => ({
  'x-provenance': source,
  'x-provenance-text': provenanceText(source),
});

const isDocumented = (source: Source) => source.startsWith('D ');

/** Marks undocumented parts. */
export const marked = (source: Source): object => (isDocumented(source) ? {} : sourced(source));
