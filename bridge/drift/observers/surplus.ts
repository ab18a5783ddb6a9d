import { beyond, type Observer, type Sight, sight } from '../observer.js';
import { memberIssues } from '../schema-of.js';
import { groupedBy, isServed, type Seen } from '../seen.js';

/** What responses have beyond the documentation. */

const surplusIn = (seen: Seen): readonly string[] =>
  memberIssues(seen)
    .filter(({ kind }) => kind === 'undocumented-member')
    .map(({ path }) => path);

const always = (seen: Seen): Sight =>
  beyond(
    seen,
    'members that no page has, in each response',
    'члени, яких немає на жодній сторінці, у кожній відповіді',
  );

/**
 * The question without a number: what else a response may contain. A member that comes now and then is harmless
 * variation; one that always comes belongs to the operation, and is listed among the differences.
 */
export const surplus: Observer = {
  weight: 'looks',
  observe: (all) => {
    const answers = all.filter(
      (seen) => seen.exchange.direction === 'out' || (seen.operation && isServed(seen)),
    );
    const sights = [...groupedBy(answers, ({ exchange }) => exchange.operation).values()].flatMap((of) => {
      const found = of.map((seen) => [seen, surplusIn(seen)] as const);
      const isAlways = (path: string) => found.every(([, paths]) => paths.includes(path));
      return found.flatMap(([seen, paths]): Sight[] => {
        if (paths.length === 0) return [sight(seen, { tolerances: 'off' })];
        return [paths.every(isAlways) ? always(seen) : sight(seen, { tolerances: 'on' })];
      });
    });
    // Whoever varies now and then does not in between.
    const varies = sights.filter((one) => 'options' in one && one.options.tolerances === 'on');
    return varies.length > 0 ? varies : sights;
  },
};
