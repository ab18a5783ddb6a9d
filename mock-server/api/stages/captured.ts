import { type CapturedAnswer, textMark } from '../../../contract/captured.js';
import type { Reply } from '../reply.js';
import type { Exchange } from './exchange.js';

/** Answers as a stage did that was recorded (`captured` of a learned profile), where no option is like it. */

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What happens to a member: it gets a value, or is left out. */
type Edit = { readonly sample: unknown } | 'left-out';

/** `accounts[].iban` in steps: `accounts`, `[]`, `iban`. */
const stepsOf = (path: string): readonly string[] =>
  path
    .replaceAll('[]', '.[]')
    .split('.')
    .filter((step) => step !== '');

/** A copy in which the member at the end of the steps is edited, wherever what is around it exists. */
function edited(value: unknown, [step, ...others]: readonly string[], edit: Edit): unknown {
  if (step === undefined) return value;
  if (step === '[]') return Array.isArray(value) ? value.map((item) => edited(item, others, edit)) : value;
  if (!isObject(value)) return value;
  const members = Object.entries(value);
  if (others.length > 0)
    return Object.fromEntries(
      members.map(([name, item]) => [
        name,
        name === step || step === '*' ? edited(item, others, edit) : item,
      ]),
    );
  const rest = members.filter(([name]) => name !== step);
  return Object.fromEntries(edit === 'left-out' ? rest : [...rest, [step, edit.sample]]);
}

/** The text of a refusal, in whichever form it is sent. */
function textOf({ body, text }: Reply): string {
  if (text !== undefined) return text;
  const { error, message } = isObject(body) ? body : {};
  if (isObject(error)) return String(error.message ?? '');
  return String(error ?? message ?? '');
}

function withText(value: unknown, text: string): unknown {
  if (value === textMark) return text;
  if (Array.isArray(value)) return value.map((item) => withText(item, text));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withText(item, text)]));
}

const isServed = ({ status }: Reply): boolean => status >= 200 && status < 300;
const isRefused = ({ status }: Reply): boolean => status >= 400 && status < 500;

function isAbout({ operation, when, reason, code }: CapturedAnswer, id: string, reply: Reply): boolean {
  if (operation !== '*' && operation !== id) return false;
  if (when === 'served') return isServed(reply);
  if (when === 'any') return true;
  if (!isRefused(reply) || (code !== undefined && code !== reply.code)) return false;
  // A session that has ended is a credential that is wrong, for whoever sees the response only.
  const seen = reply.reason === 'session' ? 'credential' : reply.reason;
  return reason === undefined || reason === reply.reason || reason === seen;
}

/** Statuses of responses that have no body (RFC 9110). */
const withoutBody: readonly number[] = [204, 205, 304];

function bare({ text: _, headers, ...reply }: Reply): Reply {
  const { 'content-type': _type, ...others } = headers;
  return { ...reply, headers: others, body: undefined };
}

function applied(reply: Reply, one: CapturedAnswer): Reply {
  const { status = reply.status, headers = {}, added = [], left_out = [], body } = one;
  const changed = { ...reply, status, headers: { ...reply.headers, ...headers } };
  if (withoutBody.includes(status)) return bare(changed);
  if (one.when === 'refused' && body !== undefined)
    return refusedWith(changed, withText(body, textOf(reply)));
  const without = left_out.reduce((before, path) => edited(before, stepsOf(path), 'left-out'), reply.body);
  const whole = added.reduce((before, { at, sample }) => edited(before, stepsOf(at), { sample }), without);
  return { ...changed, body: whole };
}

function refusedWith(reply: Reply, body: unknown): Reply {
  const refused = { ...bare(reply), body: body ?? undefined };
  if (typeof body !== 'string') return refused;
  const headers = { ...refused.headers, 'content-type': 'text/plain; charset=utf-8' };
  return { ...refused, headers, text: body };
}

/** The more an entry says of when it applies, the later it does: what is about one refusal has the last word. */
const precision = ({ operation, reason, code }: CapturedAnswer): number =>
  (operation === '*' ? 0 : 4) + (reason === undefined ? 0 : 1) + (code === undefined ? 0 : 2);

export function createCaptured(captured: readonly CapturedAnswer[]) {
  const ordered = captured.toSorted((a, b) => precision(a) - precision(b));
  return ({ match, path }: Pick<Exchange, 'match' | 'path'>, reply: Reply): Reply => {
    const operation = match.kind === 'found' ? match.operation : undefined;
    if (ordered.length === 0 || operation?.caller === 'control' || path.startsWith('/control/')) return reply;
    if (reply.lost !== undefined) return reply;
    return ordered
      .filter((one) => isAbout(one, operation?.id ?? '', reply))
      .reduce((before, one) => applied(before, one), reply);
  };
}
