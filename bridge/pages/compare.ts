import { type PageTag, pages, parseSource, unreadPages, wholePages } from '../../contract/provenance.js';
import type { DescribedMember, DescribedOperation, DescribedPage, Part } from './described.js';
import { type KnownOperation, knownAs, knownErrors, knownOperations } from './inventory.js';

/**
 * `lacks`: a page describes what the contract does not have · `differs`: the contract has it otherwise · `settled`: the
 * contract assumes what a page says · `not there`: the contract has it from a page that does not say it · `readable`: a
 * page of which the contract knows a part at most · `new`: a page that the contract does not name.
 */
export const differenceKinds = ['lacks', 'differs', 'settled', 'not there', 'readable', 'new'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface PageDifference {
  readonly kind: DifferenceKind;
  readonly page: string;
  /** Operation, page or error text. */
  readonly about: string;
  readonly says: string;
}

export interface PagesReport {
  readonly pages: number;
  readonly operations: number;
  readonly differences: readonly PageDifference[];
}

const nameOf = ({ method, path }: Pick<DescribedOperation, 'method' | 'path'>) => `${method} ${path}`;

/** Types that pages write differently and mean the same. */
function typeOf(text: string): string {
  const type = text.toLowerCase();
  if (/int|number|float|decimal|double/.test(type)) return 'number';
  if (/bool/.test(type)) return 'boolean';
  if (/arr|list|\[\]/.test(type)) return 'array';
  if (/obj|map/.test(type)) return 'object';
  return /str|text|uuid|guid|date|time|enum|email|file/.test(type) ? 'string' : '';
}

/** Parts in which a described member may stand. */
const within = (part: Part): readonly Part[] => (part === 'either' ? ['body', 'answer'] : [part]);

/** Members with names of the data's own below these (SEG, LIM), or what the bank has registered (JWTA). */
const open = /(?:^|\.)(?:segments|period|data|ui|session|identity)\./;

function compareMember(
  described: DescribedMember,
  known: KnownOperation,
): { kind: DifferenceKind; says: string } | undefined {
  const { name, part, type } = described;
  if (open.test(name)) return undefined;
  const found = known.members.find((one) => within(part).includes(one.part) && one.name === name);
  if (found === undefined) return { kind: 'lacks', says: `${part} ${name}${type === '' ? '' : `: ${type}`}` };
  const [theirs, ours] = [typeOf(type), typeOf(found.type)];
  if (theirs !== '' && ours !== '' && theirs !== ours)
    return { kind: 'differs', says: `${found.part} ${name}: ${type} on the page, ${found.type} here` };
  const { required } = described;
  if (found.required !== undefined && required !== undefined && found.required !== required)
    return {
      kind: 'differs',
      says: `${found.part} ${name}: ${required ? 'required' : 'optional'} on the page, not here`,
    };
  const source = known.assumed[`${found.part}.${name}`];
  if (source !== undefined && parseSource(source).mark !== 'D')
    return { kind: 'settled', says: `${found.part} ${name}, which is marked ${source} here` };
  return undefined;
}

function compareOperation(described: DescribedOperation, known: KnownOperation): PageDifference[] {
  const { page } = described;
  const about = `${known.id} (${nameOf(described)})`;
  const differences = described.members.flatMap((one) => {
    const difference = compareMember(one, known);
    return difference ? [{ page, about, ...difference }] : [];
  });
  if (parseSource(known.pathSource).mark !== 'D')
    differences.push({
      page,
      about,
      kind: 'settled',
      says: `the path, which is marked ${known.pathSource} here`,
    });
  const statuses = described.statuses.filter((status) => !known.statuses.includes(status));
  if (statuses.length > 0)
    differences.push({ page, about, kind: 'lacks', says: `status ${statuses.join(', ')}` });
  return [...differences, ...missing(described, known, about)];
}

/** Documented members that the page does not have, of parts that it describes. */
function missing(described: DescribedOperation, known: KnownOperation, about: string): PageDifference[] {
  const parts = new Set(described.members.flatMap(({ part }) => within(part)));
  const said = new Set(described.members.map(({ name }) => name));
  const names = known.members.filter(
    ({ part, name }) =>
      (part === 'body' || part === 'answer') &&
      parts.has(part) &&
      !said.has(name) &&
      !open.test(name) &&
      known.assumed[`${part}.${name}`] === undefined &&
      parseSource(known.source).mark === 'D',
  );
  return names.map(({ part, name }) => ({
    kind: 'not there',
    page: described.page,
    about,
    says: `${part} ${name}, which is marked ${known.source} here`,
  }));
}

/** The page's tag in the contract, by its address or the end of its file name. */
function tagOf(page: string): PageTag | undefined {
  const path = page.replace(/[?#].*$/, '').replace(/\.md$/, '');
  const ends = (of: string) => of !== '' && (path.endsWith(`/${of}`) || path === of);
  const found = Object.entries(pages).find(([, { path: of }]) => ends(of));
  return found?.[0] as PageTag | undefined;
}

function comparePage({ page, title, length, errors }: DescribedPage): PageDifference[] {
  const tag = tagOf(page);
  const unread = unreadPages.find((one) => title.toLowerCase().includes(one.toLowerCase()));
  const known = knownErrors();
  const texts = errors
    .filter((text) => !known.some((pattern) => pattern.test(text)))
    .map((text): PageDifference => ({ kind: 'lacks', page, about: 'error text', says: text }));
  const size = `${length} characters`;
  const about = title === '' ? (page.split('/').at(-1) ?? page) : title;
  if (unread !== undefined)
    return [...texts, { kind: 'readable', page, about, says: `${size}; only its title was known` }];
  if (tag === undefined) return [...texts, { kind: 'new', page, about, says: size }];
  if (wholePages.some((one) => one === tag)) return texts;
  return [
    ...texts,
    { kind: 'readable', page, about, says: `${size}; the contract knows its beginning (${tag})` },
  ];
}

/** What the contract lacks, has otherwise or assumes, compared with pages of the documentation; the graver first. */
export function comparePages(read: readonly DescribedPage[]): PagesReport {
  const known = knownOperations();
  const described = read.flatMap(({ operations }) => operations);
  const differences = [
    ...described.flatMap((operation) => {
      const found = knownAs(operation, known);
      if (found !== undefined) return compareOperation(operation, found);
      const { page, heading } = operation;
      return [
        {
          kind: 'lacks' as const,
          page,
          about: nameOf(operation),
          says: heading === '' ? 'the operation' : `the operation, under the heading ${heading}`,
        },
      ];
    }),
    ...read.flatMap(comparePage),
  ];
  const rank = ({ kind }: PageDifference) => differenceKinds.indexOf(kind);
  return {
    pages: read.length,
    operations: described.length,
    differences: differences.sort((a, b) => rank(a) - rank(b)),
  };
}
