import { useState } from 'preact/hooks';
import type { EntryAround } from '../../contract/control/journal.js';
import { snippetLanguages, snippetOf } from '../../contract/snippets/index.js';
import { useText } from '../state/language.js';
import { base } from '../state/place.js';
import { Choice } from '../ui/form.js';
import { Section } from '../ui/page.js';
import { Copy } from '../ui/shown.js';
import { againTexts } from './journal-entry-again.texts.js';

/** The request as a program in a language of choice. */
export function CodeOf({ around }: { readonly around: EntryAround }) {
  const t = useText(againTexts);
  const [chosen, setChosen] = useState<string>('curl');
  const language = snippetLanguages.find((known) => known === chosen) ?? 'curl';
  const text = snippetOf(around, language, location.origin + base);
  return (
    <Section title={t.code} says={t.codeSays}>
      <Choice
        name="language"
        label={t.language}
        value={language}
        options={snippetLanguages.map((known) => [known, t.languages[known]])}
        onChange={setChosen}
      />
      {text === '' ? (
        <p class="muted">{t.noCode}</p>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by the keyboard */}
          <pre tabIndex={0} data-testid="program">
            {text}
          </pre>
          <p class="foot">
            <Copy text={text} label={t.languages[language]} />
          </p>
        </>
      )}
    </Section>
  );
}
