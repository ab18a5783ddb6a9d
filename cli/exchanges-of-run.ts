import { wholeList } from '../contract/control/portions.js';
import { type HarPage, harOf } from '../contract/har.js';
import { firstStepPerScheme } from '../steps/run/selection.js';
import type { BegunScenario, Scheme, Stage } from '../steps/stage.js';
import { packageVersion } from './package.js';

/** Notes where each scenario begins in the journal, so that the exchanges of a run can be taken along by scenario. */
export function createExchanges() {
  const begun: { readonly id: string; readonly title: string; readonly first: number }[] = [];
  return {
    begins({ id, name, step }: BegunScenario, scheme: Scheme, first: number): void {
      const twice = step >= firstStepPerScheme ? ` (${scheme})` : '';
      begun.push({ id: `${id}${twice}`, title: `${id}${twice} ${name}`, first });
    },

    /**
     * The exchanges of the run as HAR, with a page for each scenario; undefined if there are none, or the mock does not
     * tell them.
     */
    async har({ control, baseUrl }: Pick<Stage['dcm'], 'control' | 'baseUrl'>): Promise<object | undefined> {
      const [first] = begun;
      if (first === undefined) return undefined;
      const entries = await wholeList(
        (query) => control.listWholeEntries({ query: { from_seq: first.first, ...query } }),
        (portion) => portion.entries,
      ).catch(() => []);
      if (entries.length === 0) return undefined;
      const pages = begun.map((scenario, index): HarPage => {
        const next = begun[index + 1];
        return { ...scenario, last: next === undefined ? Number.MAX_SAFE_INTEGER : next.first - 1 };
      });
      return harOf({ version: packageVersion(), origin: baseUrl, pages }, entries);
    },
  };
}
