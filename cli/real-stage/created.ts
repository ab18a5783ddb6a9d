import type { JournalEntry } from '../../contract/control/journal.js';
import { operations } from '../../contract/operations/index.js';
import { bilingual, type Language } from '../../contract/texts/language.js';
import type { Journal } from '../../mock-server/journal/journal.js';

/** What a run has left on a stage, for whoever wants to tidy up: not what was ordered, but what DCM has done. */

/** What a run has written on the stage, by operation, and the users for whom it has had secrets made. */
export interface Created {
  readonly written: ReadonlyMap<string, readonly string[]>;
  readonly secretsOf: readonly string[];
}

/** Members of a request that tell one thing of its kind from another. */
const names = ['login', 'email', 'name', 'role_name', 'alias', 'segment_name', 'amount', 'guid'] as const;

const labelIn = (body: unknown): string | undefined => {
  const value = names
    .map((name): unknown => Reflect.get(Object(body), name))
    .find((one) => one !== undefined);
  return value === undefined ? undefined : String(value);
};

/** Confirmations complete what an earlier request has created; flows and sessions end by themselves. */
const createsNothing = /^(?:confirm|authenticate)/;

/** An operation that leaves something at DCM. */
function writes({ direction, operation, status }: JournalEntry): boolean {
  if (direction !== 'in' || status < 200 || status >= 300 || !Object.hasOwn(operations, operation))
    return false;
  const { method, path } = operations[operation as keyof typeof operations];
  return method !== 'GET' && !path.startsWith('/kratos/') && !createsNothing.test(operation);
}

/** Notes what is written from now on, by the bank and by the harness. */
export function watchCreated(journal: Journal): Created['written'] {
  const written = new Map<string, string[]>();
  journal.listen({
    recorded(_exchange, entry) {
      if (!writes(entry)) return;
      const label = labelIn(entry.request.body) ?? labelIn(entry.response.body) ?? '?';
      written.set(entry.operation, [...(written.get(entry.operation) ?? []), label]);
    },
    closed() {},
  });
  return written;
}

const texts = bilingual(
  {
    nothing: 'The run has left nothing on the stage.',
    heading: 'The run has left on the stage:',
    secrets: 'secrets of',
  },
  {
    nothing: 'Прогін нічого не залишив на стенді.',
    heading: 'Прогін залишив на стенді:',
    secrets: 'секрети для',
  },
);

export function createdText({ written, secretsOf }: Created, language: Language): string {
  const t = texts[language];
  const lines = [...written, [t.secrets, secretsOf] as const]
    .filter(([, own]) => own.length > 0)
    .map(([name, own]) => `  ${name} (${own.length}): ${own.join(', ')}`);
  return lines.length === 0 ? t.nothing : [t.heading, ...lines].join('\n');
}
