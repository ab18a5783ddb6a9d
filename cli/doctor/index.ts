import type { BankConfig } from '../../contract/bank-config.js';
import { advice, blocked, type DoctorLine, ok } from './line.js';
import { loginsNeeded } from './logins.js';
import type { Patient } from './patient.js';
import { reach } from './reach.js';

/** Looks at the setup: first what blocks a run, then what will be checked anyway and could be mended now. */
export async function examine(patient: Patient): Promise<DoctorLine[]> {
  const lines = [ok('config', `${patient.file} is well formed`), data(patient.config)];
  const dates: Date[] = [];
  for (const [member, url] of Object.entries(patient.urls)) {
    if (url === '') continue;
    const { line, date } = await reach(patient.send, member, url);
    lines.push(line);
    if (date) dates.push(date);
  }
  if (patient.config.bank.tls?.insecure) {
    lines.push(advice('certificate', 'bank.tls.insecure: certificates of the bank are not checked'));
  }
  if (lines.some(({ about, state }) => about === 'url' && state === 'ok')) lines.push(clock(patient, dates));
  if (lines.some((line) => line.state === 'blocked')) return lines;
  lines.push(await driver(patient));
  lines.push(await patient.tokenAccepted());
  return lines;
}

function data(config: BankConfig): DoctorLine {
  const { bank } = config;
  const needed = loginsNeeded(config);
  if (!Array.isArray(bank.customers)) {
    const { generate } = bank.customers;
    return generate >= needed
      ? ok('data', `${generate} test logins will be generated`)
      : blocked('data', `bank.customers.generate: ${generate}, but a run needs ${needed}`);
  }
  const given = bank.customers.length;
  return given >= needed
    ? ok('data', `${given} test logins`)
    : blocked(
        'data',
        `bank.customers: ${given} test logins, but a run needs ${needed}; add some${config.driver.kind === 'builtin' ? '' : `, or use { generate: ${needed} }`}`,
      );
}

function clock({ config, now }: Patient, dates: readonly Date[]): DoctorLine {
  const [date] = dates;
  if (!date || Number.isNaN(date.getTime())) {
    return advice('clock', "the bank's answers carry no Date header: its clock cannot be compared");
  }
  const offS = Math.round((date.getTime() - now()) / 1000);
  const { leeway_s } = config.bank;
  const text = `the bank's clock is ${Math.abs(offS)} s ${offS < 0 ? 'behind' : 'ahead'}`;
  // The header has whole seconds, so one of them says nothing.
  if (Math.abs(offS) <= leeway_s + 1)
    return ok('clock', Math.abs(offS) <= 1 ? "the bank's clock agrees" : text);
  return blocked(
    'clock',
    `${text}, more than bank.leeway_s (${leeway_s})`,
    'date -u; then the same on the bank’s host',
  );
}

async function driver(patient: Patient): Promise<DoctorLine> {
  const { config } = patient;
  if (config.driver.kind === 'manual') return ok('driver', 'manual: a person will be asked to act');
  if (config.driver.kind === 'builtin') return ok('driver', 'builtin: the harness itself calls DCM');
  return patient.pinged();
}
