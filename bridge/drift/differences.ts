import type { CapturedAnswer } from '../../contract/captured.js';
import {
  type Difference,
  type DifferenceKind,
  type DriftWeight,
  differenceKinds,
  driftWeights,
} from '../../contract/drift.js';
import { errorCatalogue } from '../../contract/errors.js';
import { hasOpenStatus } from '../../contract/open-answers.js';
import type { Assumed } from './assumed.js';
import { isDeclined } from './declined.js';
import { capturedFor, isExplainedRefusal, isExplainedStatus } from './explained.js';
import { isStatusOpen } from './observers/statuses.js';
import { codeOf, isGateway, isRefusedByDcm, textOf } from './refusals.js';
import { memberIssues } from './schema-of.js';
import { groupedBy, isRefused, isServed, responseOf, type Seen } from './seen.js';

/** What exchanges have that no page has, or lack although one has it. */

const weights: Readonly<Record<DifferenceKind, DriftWeight>> = {
  'missing-member': 'breaks',
  'other-member': 'breaks',
  'other-call': 'breaks',
  'other-status': 'behaves',
  'undocumented-member': 'looks',
  'unknown-text': 'looks',
};

/** What one exchange has. */
type Found = Pick<Difference, 'kind' | 'what' | 'expected' | 'came'> & { readonly weight?: DriftWeight };

/** A value as JSON, in a few characters. */
const longestSample = 120;

export function sampleText(value: unknown): string {
  const text = value === undefined ? '' : (JSON.stringify(value) ?? '');
  return text.length > longestSample ? `${text.slice(0, longestSample)}…` : text;
}

/** Whether a path is a member that was captured, or within one. */
const isWithin = (path: string, members: readonly string[]): boolean =>
  members.some(
    (member) => path === member || path.startsWith(`${member}.`) || path.startsWith(`${member}[]`),
  );

function members(seen: Seen, captured: readonly CapturedAnswer[]): readonly Found[] {
  const own = capturedFor(seen, captured);
  const added = own.flatMap(({ added = [] }) => added.map(({ at }) => at));
  const leftOut = own.flatMap(({ left_out = [] }) => left_out);
  return memberIssues(seen)
    .filter(({ kind, path }) => {
      if (kind === 'undocumented-member') return !isWithin(path, added);
      return kind !== 'missing-member' || !leftOut.includes(path);
    })
    .map(({ kind, path, expected, came }) => ({
      kind,
      what: path || 'body',
      expected,
      came: sampleText(came),
    }));
}

const firstFailure = 500;

function statuses(seen: Seen, captured: readonly CapturedAnswer[]): readonly Found[] {
  const { operation, exchange } = seen;
  const { status } = exchange;
  if (!operation) return [];
  const found = (expected: number | '', weight: DriftWeight): readonly Found[] => [
    { kind: 'other-status', what: String(status), expected: String(expected), came: '', weight },
  ];
  if (status >= firstFailure) return found('', 'breaks');
  if (isServed(seen)) {
    const usual = operation.withoutBody ?? 200;
    const isOpen = hasOpenStatus(operation) || isExplainedStatus(seen, captured);
    return status === usual || isOpen ? [] : found(usual, 'behaves');
  }
  if (!isRefused(seen)) return status >= 300 ? found('', 'breaks') : [];
  if (!isRefusedByDcm(operation) || isDeclined(seen) || isExplainedRefusal(seen, captured)) return [];
  const code = codeOf(seen);
  if (code === undefined || isStatusOpen(code, operation)) return [];
  const { status: usual } = errorCatalogue[code];
  return status === usual ? [] : found(usual, 'behaves');
}

function texts(seen: Seen, captured: readonly CapturedAnswer[]): readonly Found[] {
  if (!isRefused(seen) || !isRefusedByDcm(seen.operation) || seen.exchange.method === 'HEAD') return [];
  const text = textOf(responseOf(seen));
  if (text === '' || codeOf(seen) !== undefined || isExplainedRefusal(seen, captured)) return [];
  const form = isGateway(responseOf(seen)) ? sampleText(responseOf(seen)) : '';
  return [{ kind: 'unknown-text', what: text, expected: '', came: form }];
}

function calls({ operation, effects }: Seen): readonly Found[] {
  const declared = operation?.reverseCalls ?? [];
  return effects.flatMap(({ exchange: { operation: method, claims, token } }): readonly Found[] => {
    const flows = declared.filter((call) => call.method === method).map(({ flow }) => flow);
    const flow = String(claims?.flow ?? token?.claims.flow ?? '');
    if (flows.length === 0 || flow === '' || flows.some((one) => one === flow)) return [];
    return [{ kind: 'other-call', what: `/${method}`, expected: [...new Set(flows)].join(', '), came: flow }];
  });
}

/** How often something was found in the exchanges of an operation, at most once in each. */
function counted(
  of: readonly Seen[],
  found: (seen: Seen) => readonly Found[],
  possible: number,
): Difference[] {
  const all = new Map<string, Difference>();
  for (const seen of of) {
    const known = new Set<string>();
    for (const { weight, ...one } of found(seen)) {
      const key = `${one.kind} ${one.what}`;
      if (known.has(key)) continue;
      known.add(key);
      const before = all.get(key);
      const first = { ...one, weight: weight ?? weights[one.kind], operation: seen.exchange.operation };
      all.set(
        key,
        before
          ? { ...before, count: before.count + 1 }
          : { ...first, count: 1, of: possible, first: seen.place },
      );
    }
  }
  return [...all.values()];
}

/** All differences that a learned profile does not know, what breaks clients first. */
export function differencesIn(all: readonly Seen[], { profile, captured }: Assumed): readonly Difference[] {
  // A member that comes now and then may be harmless variation.
  const isExpected = ({ kind, count, of }: Difference): boolean =>
    kind === 'undocumented-member' && (count < of || of === 1) && profile.tolerances !== 'off';
  const found = [...groupedBy(all, ({ exchange }) => exchange.operation).values()].flatMap((of) => {
    const served = of.filter((seen) => seen.exchange.direction === 'out' || isServed(seen)).length;
    const refused = of.filter(isRefused).length;
    return [
      ...counted(of, (seen) => members(seen, captured), served),
      ...counted(of, (seen) => statuses(seen, captured), of.length),
      ...counted(of, (seen) => texts(seen, captured), refused),
      ...counted(of, calls, of.length),
    ];
  });
  return found
    .filter((one) => !isExpected(one))
    .toSorted(
      (a, b) =>
        driftWeights.indexOf(a.weight) - driftWeights.indexOf(b.weight) ||
        differenceKinds.indexOf(a.kind) - differenceKinds.indexOf(b.kind) ||
        b.count - a.count,
    );
}
