import type { Act } from '../../contract/control/access.js';
import { type Kept, noHandover } from '../handover.js';

/** What was done through the control API: a list of its own, which no reset and no snapshot undoes. */

/** Acts that are kept, and of those that were refused: strangers must not be able to push out what was done. */
export const mostActs = 4000;
export const mostRefused = 1000;

/** Characters of a text that is kept. */
const longest = 200;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const allCut = (texts: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, cut(text)]));

/** An act, and whether it was refused for its caller. */
export type KeptAct = Act & { readonly refused: boolean };

export interface Audit {
  /** Continues the list of an earlier process. */
  takeUp(acts: readonly KeptAct[]): void;
  /** @param refused whether it was refused for its caller */
  record(act: Omit<Act, 'seq'>, refused: boolean): void;
  /** Called with each act from now on. */
  listen(heard: (act: Act, refused: boolean) => void): void;
  /** Newest first, those with a smaller number than `before`; `next` is empty after the last. */
  page(before: number, limit: number): { readonly acts: Act[]; readonly next: string };
}

/** @param changed called with each act that was served: pages show it */
export function createAudit(changed = () => {}, kept: Kept = noHandover.of('audit')): Audit {
  const done: Act[] = [];
  const refusals: Act[] = [];
  const listeners: ((act: Act, refused: boolean) => void)[] = [];
  let last = 0;

  function enter(act: Act, refused: boolean): void {
    last = act.seq;
    const list = refused ? refusals : done;
    list.push(act);
    if (list.length <= (refused ? mostRefused : mostActs)) return;
    const oldest = list.shift();
    if (oldest) kept.drop(String(oldest.seq));
  }

  return {
    takeUp(acts) {
      // Those of earlier versions have no names.
      for (const { refused, ...act } of acts.toSorted((one, other) => one.seq - other.seq))
        enter({ ...act, names: act.names ?? {} }, refused);
    },

    record({ params, names, address, forwarded_for, request_id, ...about }, refused) {
      const act: Act = {
        seq: last + 1,
        ...about,
        address: cut(address),
        forwarded_for: cut(forwarded_for),
        params: allCut(params),
        names: allCut(names),
        request_id: cut(request_id),
      };
      enter(act, refused);
      kept.put(String(act.seq), (): KeptAct => ({ ...act, refused }));
      for (const heard of listeners) heard(act, refused);
      if (!refused) changed();
    },

    listen: (heard) => void listeners.push(heard),

    page(before, limit) {
      const earlier = [...done, ...refusals].filter(({ seq }) => seq < before);
      const acts = earlier.sort((one, other) => other.seq - one.seq).slice(0, limit);
      const { seq } = acts.at(-1) ?? {};
      return { acts, next: seq !== undefined && earlier.length > acts.length ? String(seq) : '' };
    },
  };
}
