import type { Why as Explanation } from '../../contract/control/journal.js';
import { parseSource } from '../../contract/provenance.js';
import { titleOf } from '../../contract/provenance-text.js';
import { useLanguage, useText } from '../state/language.js';
import { at } from '../state/place.js';
import { Link } from '../ui/link.js';
import { Section } from '../ui/page.js';
import { Facts } from '../ui/table.js';
import { journalTexts } from './journal.texts.js';

/** Where the finding about a rule is on the page of an entry. */
export const findingPlace = (rule: string): string => `finding-${rule}`;

/** Why a request was refused: what was wrong, where, what would be right, and who decided. */
export function Why({ why }: { readonly why: Explanation }) {
  const t = useText(journalTexts);
  const language = useLanguage();
  const { id, says, where, right, rule, source, decided_by } = why;
  const { mark, page } = parseSource(source);
  return (
    <Section title={t.why}>
      <p>
        <strong>{capital(says[language])}</strong>
      </p>
      <p>
        {t.right}: {right[language]}.
      </p>
      <Facts
        of={[
          [t.where, where[language]],
          ...(decided_by === undefined
            ? []
            : [
                [
                  t.decidedBy,
                  <Link key="by" to={`/console/journal/${decided_by}`}>
                    {t.entry} {decided_by}
                  </Link>,
                ] as const,
              ]),
          ...(rule === undefined
            ? []
            : [
                [
                  t.rule,
                  <a key="rule" href={`#${findingPlace(rule)}`}>
                    {rule}
                  </a>,
                ] as const,
              ]),
          [t.source, mark === 'A' ? t.assumed : titleOf(page)],
          [
            t.whyId,
            <a key="id" href={at('/docs/refusals')}>
              <code>{id}</code>
            </a>,
          ],
        ]}
      />
    </Section>
  );
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
