import type { PreparedRequest, Sender } from '../../contract/control/requests.js';
import { control } from '../state/control.js';
import { useText } from '../state/language.js';
import { useQuery } from '../state/query.js';
import { Choice, Field, type Given } from '../ui/form.js';
import { againTexts } from './journal-entry-again.texts.js';

interface SenderChoiceProps {
  /** Whether the credential of an original can be used, and which one it was. */
  readonly of: Pick<PreparedRequest, 'kept' | 'credential'> | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Who sends a request: an employee, whose session the mock begins, the bank with a token of its own, or nobody. */
export function SenderChoice({ of, value, onChange }: SenderChoiceProps) {
  const t = useText(againTexts);
  const people = useQuery(() => control.listPeople({ query: { limit: 200 } }), []).data?.employees ?? [];
  const able = people.filter(({ is_disabled }) => !is_disabled);
  const options = [
    ...(of?.kept
      ? [['original', t.original[of.credential]] as const]
      : of === undefined
        ? []
        : [['', '–'] as const]),
    ...able.map(
      ({ guid, email, counterparty_guid }) =>
        [guid, counterparty_guid === '' ? `${email} (${t.officer})` : email] as const,
    ),
    ['bank', t.bank] as const,
    ['nobody', t.nobody] as const,
  ];
  return (
    <>
      {of?.kept === false && <p class="note">{t.notKept}</p>}
      <Choice name="sender" label={t.sender} value={value} options={options} onChange={onChange} />
      {value === 'bank' && <Field name="token" label={t.token} hint={t.tokenHint} type="password" required />}
    </>
  );
}

/** The sender that a form has chosen. */
export function senderOf({ sender = 'original', token = '' }: Given): Sender {
  if (sender === 'original' || sender === 'nobody') return { as: sender };
  return sender === 'bank' ? { as: 'bank', token } : { as: 'employee', guid: sender };
}
