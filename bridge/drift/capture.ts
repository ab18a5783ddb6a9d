import { type CapturedAnswer, capturedAnswer, textMark } from '../../contract/captured.js';
import { type ErrorCode, errorMessage } from '../../contract/errors.js';
import { hasOpenStatus, refusalBody, refusalStatus } from '../../contract/open-answers.js';
import type { Operation } from '../../contract/operation.js';
import type { Profile } from '../../contract/profile/index.js';
import { redactBody } from '../../contract/redact.js';
import { isDeclined } from './declined.js';
import { reasonOf } from './explained.js';
import type { MemberIssue } from './members.js';
import { codeOf, isRefusedByDcm, textOf } from './refusals.js';
import { memberIssues } from './schema-of.js';
import { groupedBy, isObject, isRefused, isServed, responseOf, type Seen } from './seen.js';

/** What of a stage no option is like, as the mock can serve it. */

/** The most frequent of some, by what they have in common. */
function commonest<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const groups = [...groupedBy(items, keyOf).values()];
  return groups.reduce((best, group) => (group.length > best.length ? group : best), groups[0] ?? []);
}

/** The issues of one kind that every response has, one of each path. */
function constant(of: readonly Seen[], kind: MemberIssue['kind']): readonly MemberIssue[] {
  const all = of.map((seen) => memberIssues(seen).filter((issue) => issue.kind === kind));
  const [first = [], ...others] = all;
  const paths = new Set<string>();
  return first.filter(({ path }) => {
    if (paths.has(path)) return false;
    paths.add(path);
    return others.every((issues) => issues.some((issue) => issue.path === path));
  });
}

const hasContent = (body: unknown): boolean => isObject(body) && Object.keys(body).length > 0;

/** The status that the mock has for an operation it has done. */
function servedStatus(operation: Operation, body: unknown, { act_status }: Profile): number {
  if (operation.withoutBody) return operation.withoutBody;
  if (!hasOpenStatus(operation)) return 200;
  return act_status === 204 && hasContent(body) ? 200 : act_status;
}

function servedAnswer(
  of: readonly Seen[],
  operation: Operation,
  profile: Profile,
): readonly CapturedAnswer[] {
  const [first] = commonest(of, ({ exchange }) => String(exchange.status));
  if (!first) return [];
  const { status } = first.exchange;
  const isOther = status !== servedStatus(operation, responseOf(first), profile);
  const added = constant(of, 'undocumented-member').map(({ path, came }) => ({
    at: path,
    sample: redactBody(came),
  }));
  const left_out = constant(of, 'missing-member').map(({ path }) => path);
  if (!isOther && added.length === 0 && left_out.length === 0) return [];
  return [
    {
      operation: operation.id,
      when: 'served',
      ...(isOther && { status }),
      ...(added.length > 0 && { added }),
      ...(left_out.length > 0 && { left_out }),
    },
  ];
}

const declinedBy = { 400: 'declined-400', 401: 'declined', 403: 'declined-403' } as const;

/** Whether the mock refuses like this under the options. */
function isRefusedAlike(seen: Seen, operation: Operation, profile: Profile): boolean {
  const { status } = seen.exchange;
  const isOfBank = isDeclined(seen);
  const code: ErrorCode | undefined = isOfBank ? declinedBy[profile.declined_status] : codeOf(seen);
  if (code === undefined) return false;
  const text = isOfBank ? errorMessage(code) : textOf(responseOf(seen));
  const own = refusalBody(code, text, operation, profile);
  const isSameBody = JSON.stringify(own.text ?? own.body ?? null) === JSON.stringify(responseOf(seen));
  return isSameBody && status === refusalStatus(code, operation, profile);
}

/** A body in which the text of the refusal is the one that the mock has, if it has one. */
function template(value: unknown, text: string): unknown {
  if (value === text) return textMark;
  if (Array.isArray(value)) return value.map((item) => template(item, text));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, template(item, text)]));
}

function bodyOf(seen: Seen): unknown {
  const body = redactBody(responseOf(seen)) ?? null;
  const text = textOf(body);
  return codeOf(seen) === undefined || text === '' ? body : template(body, text);
}

const answerOf = (seen: Seen): string => JSON.stringify([seen.exchange.status, bodyOf(seen)]);

/** What is to be captured of refusals for one reason, or with one code: the most frequent answer. */
function refusedAnswer(
  of: readonly Seen[],
  operation: Operation,
  profile: Profile,
  about: Pick<CapturedAnswer, 'reason' | 'code'>,
): readonly CapturedAnswer[] {
  const [first] = commonest(of, answerOf);
  if (!first || isRefusedAlike(first, operation, profile)) return [];
  const { status } = first.exchange;
  return [{ operation: operation.id, when: 'refused', ...about, status, body: bodyOf(first) }];
}

function refusedAnswers(
  of: readonly Seen[],
  operation: Operation,
  profile: Profile,
): readonly CapturedAnswer[] {
  if (!isRefusedByDcm(operation)) return [];
  return [...groupedBy(of, reasonOf)].flatMap(([reason, same]) => {
    const answers = new Set(same.map(answerOf));
    if (answers.size === 1) return refusedAnswer(same, operation, profile, { reason });
    // What was refused in several ways may differ by what was wrong.
    return [...groupedBy(same, codeOf)].flatMap(([code, alike]) =>
      refusedAnswer(alike, operation, profile, code === undefined ? { reason } : { reason, code }),
    );
  });
}

/** Headers that belong to one message or connection, or that the mock has of its own. */
const ownHeaders =
  /^(?:content-.*|date|connection|keep-alive|transfer-encoding|allow|retry-after|www-authenticate|set-cookie|location|trailer|upgrade|x-request-id|dcm-.*)$/;

function commonHeaders(all: readonly Seen[]): readonly CapturedAnswer[] {
  const [first, ...others] = all.map(({ exchange }) => exchange.response.headers);
  const headers = Object.entries(first ?? {}).filter(
    ([name, value]) =>
      !ownHeaders.test(name) &&
      !value.includes('[redacted') &&
      others.every((one) => one[name] !== undefined),
  );
  const one = { operation: '*', when: 'any' as const, headers: Object.fromEntries(headers) };
  return headers.length > 0 && capturedAnswer.safeParse(one).success ? [one] : [];
}

/** What has to be captured so that the mock with these options answers as was recorded. */
export function capturedIn(all: readonly Seen[], profile: Profile): readonly CapturedAnswer[] {
  const known = all.filter(
    ({ operation, exchange }) => operation !== undefined && exchange.method !== 'HEAD',
  );
  const answers = [...groupedBy(known, ({ operation }) => operation)].flatMap(([operation, of]) =>
    operation === undefined
      ? []
      : [
          ...servedAnswer(of.filter(isServed), operation, profile),
          ...refusedAnswers(of.filter(isRefused), operation, profile),
        ],
  );
  return [...commonHeaders(all.filter(({ exchange }) => exchange.direction === 'in')), ...answers];
}
