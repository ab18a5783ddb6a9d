import {
  type DescribedMember,
  type DescribedOperation,
  type DescribedPage,
  distinct,
  type Part,
} from './described.js';

/** What has been read of a page so far: its operations, and the one that the text is about. */
export function createContext(page: string, length: number) {
  const operations: DescribedOperation[] = [];
  const errors = new Set<string>();
  let current:
    | { operation: DescribedOperation; members: DescribedMember[]; statuses: Set<number> }
    | undefined;
  let title = '';
  let heading = '';
  /** What the text before a sample or a table says it is. */
  let part: Part | undefined;

  function finish(): void {
    if (current === undefined) return;
    const { operation, members, statuses } = current;
    operations.push({ ...operation, members: distinct(members), statuses: [...statuses].sort() });
    current = undefined;
  }

  const context = {
    heading(text: string): void {
      if (title === '') title = text;
      heading = text;
    },
    /** The text goes on about this operation, unless it is the current one. */
    about(method: string, path: string): void {
      if (current?.operation.method === method && current.operation.path === path) return;
      finish();
      const operation = { page, heading, method, path, members: [], statuses: [] };
      current = { operation, members: [], statuses: new Set() };
      part = undefined;
    },
    /** What the text around a sample or table calls it. */
    label(text: string): void {
      const found = labels.find(([pattern]) => pattern.test(text))?.[1];
      if (found !== undefined) part = found;
    },
    part: (): Part | undefined => part,
    method: (): string | undefined => current?.operation.method,
    path: (): string => current?.operation.path ?? '',
    add: (members: readonly DescribedMember[]): void => void current?.members.push(...members),
    status: (status: number): void => void current?.statuses.add(status),
    error: (text: string): void => void errors.add(text.trim()),
    whole: (more: readonly DescribedOperation[]): void => void operations.push(...more),
    end(): DescribedPage {
      finish();
      return { page, title, length, operations, errors: [...errors] };
    },
  };
  return context;
}

export type Context = ReturnType<typeof createContext>;

const labels: readonly (readonly [RegExp, Part])[] = [
  [/\b(?:response|answer|returns?|відповід)/i, 'answer'],
  [/\bpath param/i, 'path'],
  [/\b(?:query|filters?)\b/i, 'query'],
  [/\b(?:body|request|payload|тіло|запит)/i, 'body'],
];
