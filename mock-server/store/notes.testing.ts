import { collection } from '../domain/store.js';

/** A row that uses all that a collection can declare. */
export interface Note {
  readonly id: string;
  readonly at: string;
  readonly owner?: string;
  readonly tags: readonly string[];
  readonly amount: bigint;
  readonly limit: bigint | null;
}

export const notes = collection<Note>({
  name: 'notes',
  key: ({ id }) => id,
  sort: ({ at }) => at,
  indexes: { owner: ({ owner }) => owner, tag: ({ tags }) => tags },
  bigints: ['amount', 'limit'],
  bytes: ({ owner = '', tags }) => 1 + owner.length + 10 * tags.length,
});

export const marks = collection<{ readonly name: string }>({
  name: 'marks',
  key: ({ name }) => name,
  sort: ({ name }) => name,
  indexes: {},
  bigints: [],
});

export function note(id: string, members: Partial<Note> = {}): Note {
  return { id, at: id, tags: [], amount: 0n, limit: null, ...members };
}

export const ids = (rows: readonly Note[]): string[] => rows.map(({ id }) => id);
