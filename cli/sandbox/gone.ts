import { said } from '../../contract/texts/said.js';
import type { Fetch, Fetched } from '../../contract/wire/fetch.js';
import { endByLoss } from '../end/early.js';

/** The name of the sandbox of a URL. */
const inUrl = /\/s\/([^/?#]+)/;

const goneWhy = (name: string) =>
  said(
    `sandbox ${name} is gone: it was deleted or has expired while this run was in it, so the run has no verdict; run it again with --sandbox new, or in a sandbox that nobody deletes and that lives longer than the run`,
    `пісочниці ${name} більше немає: її видалили або минув її час, поки тривав цей прогін, тому висновку немає; повторіть його з --sandbox new або в пісочниці, яку ніхто не видалить і яка житиме довше за прогін`,
  );

/**
 * Ends this command as soon as the sandbox that it works in is gone: all that follows would fail, and say nothing about
 * the bank.
 *
 * @param gone what is done then; once
 */
export function noticingGone(send: Fetch, gone = endByLoss): Fetch {
  let told = false;
  return async (url, init) => {
    const response = await send(url, init);
    const [, name] = inUrl.exec(url) ?? [];
    if (!told && name !== undefined && isGone(response)) {
      told = true;
      gone(goneWhy(name));
    }
    return response;
  };
}

/** Whether a mock says that there is no such sandbox. */
const isGone = ({ status, headers }: Fetched): boolean =>
  status === 404 && headers.get('dcm-reason') === 'sandbox';
