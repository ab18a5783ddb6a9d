import { requireNames } from './options.js';

/** What came of one bank of the proof. */
export interface ProvenBank {
  /**
   * `whole` the reference bank · `oddity` a sound but unusual one · `defect` one that makes a mistake · `robust` the
   * reference bank under other readings of the documentation · `fragile` a bank that depends on one of them.
   */
  readonly kind: 'whole' | 'oddity' | 'defect' | 'robust' | 'fragile';
  readonly name: string;
  /** What is unusual about it, or its mistake. */
  readonly says: string;
  readonly verdict: string;
  /** Checks that have failed, each with the scenario. */
  readonly catches: readonly { readonly rule: string; readonly scenario: string }[];
  /** What differs from what is expected; empty if all is as it should be. */
  readonly problems: readonly string[];
}

export interface ProveOptions {
  /** Only the reference bank and the bank with this defect. */
  readonly defect?: string;
  /** Walks the whole plan with every bank, which takes minutes, instead of comparing samples with the record. */
  readonly whole?: boolean;
  /** Hears each bank as soon as it has been walked with. */
  readonly onBank?: (bank: ProvenBank) => void;
}

export interface Proven {
  /** Every bank has the expected result, and no check is idle. */
  readonly proven: boolean;
  readonly banks: readonly ProvenBank[];
  /** Everything that is not as expected, in one line each. */
  readonly problems: readonly string[];
}

/**
 * Proves that the checks catch what they claim to catch: walks the plan with the reference bank and with banks that
 * each make one mistake, in processes of their own. It prints nothing and writes no file.
 *
 * @throws {UsageError} for a defect that does not exist
 * @example
 * import { prove } from 'dcm-conformance';
 *
 * const { proven, banks } = await prove({ defect: 'accepts-everything' });
 * console.log(proven, banks.length); // true 2
 */
export async function prove(options: ProveOptions = {}): Promise<Proven> {
  requireNames('prove', options, { defect: true, whole: true, onBank: true });
  const { defect, whole, onBank = () => {} } = options;
  const [{ isDefect }, { unknownDefect }, { problemsOf, proveBanks }] = await Promise.all([
    import('../fixtures/broken-banks/index.js'),
    import('../cli/commands/bank.js'),
    import('../cli/prove/banks.js'),
  ]);
  if (defect !== undefined && !isDefect(defect)) throw unknownDefect(defect);
  const proof = await proveBanks({ defect, whole }, onBank);
  const problems = problemsOf(proof);
  return { proven: problems.length === 0, banks: proof.cases, problems };
}
