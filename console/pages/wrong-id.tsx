import { numberForm } from '../state/ids.js';
import { bilingual, useText } from '../state/language.js';
import { Link } from '../ui/link.js';
import { Page } from '../ui/page.js';

const texts = bilingual(
  {
    title: 'No such address',
    guid: (id: string) =>
      `“${id}” is not a guid. A guid has 36 characters, such as 0b8e5c1e-6f0a-4d5e-9c3b-2f1d7a6e4c90: copy it whole.`,
    number: (id: string) => `“${id}” is not a number: this is numbered 1, 2, 3 and so on.`,
    toList: (list: string) => `All of them: ${list}`,
  },
  {
    title: 'Такої адреси немає',
    guid: (id) =>
      `«${id}» не є guid. Guid має 36 символів, наприклад 0b8e5c1e-6f0a-4d5e-9c3b-2f1d7a6e4c90: скопіюйте його повністю.`,
    number: (id) => `«${id}» не є номером: нумерація тут 1, 2, 3 і далі.`,
    toList: (list) => `Усі: ${list}`,
  },
);

interface WrongIdProps {
  readonly id: string;
  /** How an id of these pages is written. */
  readonly form: RegExp;
  readonly list: { readonly to: string; readonly title: string };
}

/** An address whose id cannot be one: what is expected, and where all are listed. */
export function WrongId({ id, form, list }: WrongIdProps) {
  const t = useText(texts);
  const shown = id.length > 60 ? `${id.slice(0, 60)}…` : id;
  return (
    <Page title={t.title}>
      <p class="note">
        {form === numberForm ? t.number(shown) : t.guid(shown)}{' '}
        <Link to={list.to}>{t.toList(list.title)}</Link>
      </p>
    </Page>
  );
}
