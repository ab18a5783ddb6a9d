import { withoutSlash } from '../../contract/without-slash.js';

/** What a page of DCM's documentation says of an operation, however it is written there. */

/** `either`: a sample that does not say whether it is a request or a response. */
export const parts = ['path', 'query', 'body', 'answer', 'either'] as const;
export type Part = (typeof parts)[number];

export interface DescribedMember {
  readonly part: Part;
  /** With dots below objects; items of a list have the name of the list. */
  readonly name: string;
  /** As the page writes it, or the JSON type of a sample; empty if unknown. */
  readonly type: string;
  /** Undefined if the page does not say. */
  readonly required?: boolean | undefined;
}

export interface DescribedOperation {
  readonly page: string;
  /** The nearest heading above it. */
  readonly heading: string;
  readonly method: string;
  readonly path: string;
  readonly members: readonly DescribedMember[];
  readonly statuses: readonly number[];
}

export interface DescribedPage {
  /** Address or file. */
  readonly page: string;
  readonly title: string;
  /** Characters of the page. */
  readonly length: number;
  readonly operations: readonly DescribedOperation[];
  /** Texts of errors, wherever they stand. */
  readonly errors: readonly string[];
}

/** The members of a JSON sample. */
export function membersOf(part: Part, value: unknown, name = ''): DescribedMember[] {
  if (Array.isArray(value)) {
    const own = name === '' ? [] : [{ part, name, type: 'array' }];
    return distinct([...own, ...value.flatMap((item) => below(part, item, name))]);
  }
  if (typeof value !== 'object' || value === null)
    return name === '' ? [] : [{ part, name, type: value === null ? '' : typeof value }];
  const own = name === '' ? [] : [{ part, name, type: 'object' }];
  return [...own, ...below(part, value, name)];
}

const below = (part: Part, value: unknown, name: string): DescribedMember[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([member, one]) =>
        membersOf(part, one, name === '' ? member : `${name}.${member}`),
      )
    : [];

/** Each part and name once, the first one. */
export const distinct = (members: readonly DescribedMember[]): DescribedMember[] =>
  [...new Map([...members].reverse().map((one) => [`${one.part} ${one.name}`, one])).values()].reverse();

/** Parameters without their names, and without origin and query: what two spellings of a path have in common. */
export const bare = (path: string): string =>
  withoutSlash(path.replace(/^[a-z]+:\/\/[^/]+/i, '').replace(/[?#].*$/, '')).replaceAll(
    /\$?\{[^{}/]*\}|<[^<>/]*>|(?<=\/):[\w-]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi,
    '{}',
  );
