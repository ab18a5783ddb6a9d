import type { RunState } from '../control/run-parts.js';
import { bilingual } from './language.js';

/** What is said of a run and of the difference between two, on every surface that shows them. */
export const runWords = bilingual(
  {
    states: {
      queued: 'waiting',
      running: 'running',
      finished: 'finished',
      stopped: 'stopped',
      'ended-early': 'ended early',
    } satisfies Record<RunState, string>,
    whole: 'the whole plan',
    withoutHard: 'quick',
    expected: 'expected',
    actual: 'was',
  },
  {
    states: {
      queued: 'чекає',
      running: 'триває',
      finished: 'завершено',
      stopped: 'зупинено',
      'ended-early': 'перервано',
    },
    whole: 'увесь план',
    withoutHard: 'без складних випадків',
    expected: 'очікувано',
    actual: 'отримано',
  },
);

export const comparedWords = bilingual(
  {
    broken: 'Newly failing',
    mended: 'Mended',
    unverified: 'Newly not verified',
    verified: 'Newly verified',
    slower: 'Slower',
    onlyBefore: 'Only in the earlier run',
    onlyAfter: 'Only in the later run',
  },
  {
    broken: 'Перестали проходити',
    mended: 'Виправлено',
    unverified: 'Більше не перевірено',
    verified: 'Тепер перевірено',
    slower: 'Повільніше',
    onlyBefore: 'Лише в попередньому прогоні',
    onlyAfter: 'Лише в пізнішому прогоні',
  },
);
