import type { Act } from '../../contract/driver.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import type { Created } from './careful.js';

/** What a run has made the bank create on a stage, for whoever wants to tidy up. */

const texts = bilingual(
  {
    nothing: 'The run has created nothing on the stage.',
    heading: 'The run has asked the bank to create on the stage:',
    secrets: 'secrets of',
    customers: 'customers',
    identifiers: 'requests for identifiers of',
    transfers: 'transfers and drafts of',
  },
  {
    nothing: 'Прогін нічого не створив на стенді.',
    heading: 'Прогін просив банк створити на стенді:',
    secrets: 'секрети для',
    customers: 'клієнти',
    identifiers: 'запити на ідентифікатори, суми',
    transfers: 'перекази й чернетки, суми',
  },
);

const groups: readonly (readonly ['secrets' | 'customers' | 'identifiers' | 'transfers', readonly Act[]])[] =
  [
    ['secrets', ['create-secrets']],
    ['customers', ['create-customers']],
    ['identifiers', ['issue-identifiers']],
    ['transfers', ['transfer', 'create-payment']],
  ];

export function createdText(created: readonly Created[], language: Language): string {
  const t = texts[language];
  const lines = groups.flatMap(([name, acts]) => {
    const own = created.filter(({ act }) => acts.includes(act)).map(({ what }) => what);
    return own.length === 0 ? [] : [`  ${t[name]} (${own.length}): ${own.join(', ')}`];
  });
  return lines.length === 0 ? t.nothing : [t.heading, ...lines].join('\n');
}
