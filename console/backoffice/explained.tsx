import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../contract/client.js';
import { bilingual, useLanguage, useText } from '../state/language.js';

const texts = bilingual(
  { cause: 'Cause', exchange: 'The exchange in the console’s journal' },
  { cause: 'Причина', exchange: 'Цей запит у журналі консолі' },
);

/** Why DCM has refused, by the headers `DCM-Hint` and `DCM-Reason`; nothing for other problems. */
export const explained = (problem: unknown): ComponentChildren =>
  problem instanceof ApiError && problem.hint !== '' && <Explained of={problem} />;

/** `cause: what was wrong; what would be right`. */
const hintParts = (hint: string): readonly [cause: string, text: string] => {
  const at = hint.indexOf(': ');
  return [hint.slice(0, at), hint.slice(at + 2)];
};

interface ExplainedProps {
  readonly of: Pick<ApiError, 'hint' | 'reason' | 'status'> & { readonly operation?: string };
}

/** The cause and what would be right, in the language of the reader, and where the exchange is. */
export function Explained({ of }: ExplainedProps) {
  const t = useText(texts);
  const language = useLanguage();
  const { hint, reason, operation = '', status } = of;
  const [cause, text] = hintParts(hint);
  const [translated, setTranslated] = useState<string>();
  // The catalog of causes is large, so it is loaded when a reader of Ukrainian needs it.
  useEffect(() => {
    setTranslated(undefined);
    if (language !== 'uk') return;
    import('../../contract/explanations/hint.js').then(
      ({ hintInUkrainian }) => setTranslated(hintInUkrainian(cause, text)),
      // The English text stays.
      () => undefined,
    );
  }, [language, cause, text]);
  return (
    <div class="note" data-testid="explained">
      <p>{translated ?? <q lang="en">{text}</q>}</p>
      <p class="hint">
        {t.cause}:{' '}
        <a href="/docs/refusals">
          <code>{cause}</code>
        </a>{' '}
        · <code>{`DCM-Reason: ${reason}`}</code> ·{' '}
        <a href={`/console/journal?operation=${operation}&status=${status}`}>{t.exchange}</a>
      </p>
    </div>
  );
}
