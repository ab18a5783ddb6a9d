import type { Act } from '../../contract/control/access.js';

/** What was done through the control API: a list of its own, which no reset and no snapshot undoes. */

/** Acts that are kept, and of those that were refused: strangers must not be able to push out what was done. */
export const mostActs = 4000;
export const mostRefused = 1000;

/** Characters of a text that is kept. */
const longest = 200;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

export interface Audit {
  /** @param refused whether it was refused for its caller */
  record(act: Omit<Act, 'seq'>, refused: boolean): void;
  /** Newest first, those with a smaller number than `before`; `next` is empty after the last. */
  page(before: number, limit: number): { readonly acts: Act[]; readonly next: string };
}

/** @param changed called with each act that was served: pages show it */
export function createAudit(changed = () => {}): Audit {
  const done: Act[] = [];
  const refusals: Act[] = [];
  let last = 0;

  return {
    record({ params, address, forwarded_for, request_id, ...act }, refused) {
      last += 1;
      const list = refused ? refusals : done;
      list.push({
        seq: last,
        ...act,
        address: cut(address),
        forwarded_for: cut(forwarded_for),
        params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, cut(value)])),
        request_id: cut(request_id),
      });
      if (list.length > (refused ? mostRefused : mostActs)) list.shift();
      if (!refused) changed();
    },

    page(before, limit) {
      const earlier = [...done, ...refusals].filter(({ seq }) => seq < before);
      const acts = earlier.sort((one, other) => other.seq - one.seq).slice(0, limit);
      const { seq } = acts.at(-1) ?? {};
      return { acts, next: seq !== undefined && earlier.length > acts.length ? String(seq) : '' };
    },
  };
}
