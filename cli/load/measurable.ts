import { actsInParallel, capabilitiesOf } from '../../contract/bank-config/driver.js';
import type { BankConfig } from '../../contract/bank-config/index.js';
import { said, UsageError } from '../../contract/texts/said.js';
import { requirePrivateHosts } from './hosts.js';

export interface Wanted {
  readonly transfers: boolean;
  /** Hosts that may be put under load although they are not private. */
  readonly allowed: readonly string[];
}

/** Only what bank.yaml makes possible can be measured. @throws {UsageError} */
export function requireMeasurable(config: BankConfig, wanted: Wanted): void {
  requirePrivateHosts(config, wanted);
  const { driver, bank } = config;
  const { acts, byPerson } = capabilitiesOf(driver);
  if (wanted.transfers && (!acts || byPerson)) {
    throw new UsageError(
      said(
        '--transfers needs a driver that makes the bank act without a person; see driver in bank.yaml',
        '--transfers потребує драйвера, який спонукає банк діяти без людини; див. driver у bank.yaml',
      ),
    );
  }
  if (wanted.transfers && 'parallel' in driver && !actsInParallel(driver)) {
    throw new UsageError(
      said(
        '--transfers needs a bank that can perform several acts at the same time (driver.parallel)',
        '--transfers потребує банку, який може виконувати кілька дій одночасно (driver.parallel)',
      ),
    );
  }
  if (!wanted.transfers && bank.probes === 'within-act') {
    throw new UsageError(
      said(
        'bank.probes is within-act: such a bank can only be measured with --transfers',
        'bank.probes має значення within-act: такий банк можна виміряти лише з --transfers',
      ),
    );
  }
}
