import { capabilitiesOf, type DriverKind } from '../../contract/bank-config/driver.js';
import { advice, blocked, type DoctorLine, ok } from './line.js';
import { loginsNeeded } from './logins.js';
import type { Patient } from './patient.js';
import { reach } from './reach.js';
import { reachSign } from './sign.js';

/** Checks the setup: first what blocks a run, then what a run checks anyway but could be fixed now. */
export async function examine(patient: Patient): Promise<DoctorLine[]> {
  const { texts } = patient;
  const lines = [ok('config', texts.config(patient.file)), data(patient)];
  const dates: Date[] = [];
  for (const [member, url] of Object.entries(patient.urls)) {
    if (url === '') continue;
    const { line, date } = await (member === 'sign_url'
      ? reachSign(patient, url)
      : reach(patient, member, url));
    lines.push(line);
    if (date) dates.push(date);
  }
  if (patient.config.bank.tls?.insecure) {
    lines.push(advice('certificate', texts.insecure));
  }
  if (lines.some(({ about, state }) => about === 'url' && state === 'ok')) lines.push(clock(patient, dates));
  if (lines.some((line) => line.state === 'blocked')) return lines;
  lines.push(await driverLines[patient.config.driver.kind](patient));
  lines.push(await patient.tokenAccepted());
  return lines;
}

function data({ config, texts, selected }: Patient): DoctorLine {
  const { bank, driver } = config;
  const needed = loginsNeeded(config, selected?.steps);
  // The number is known only for the first steps of the plan; if logins run out, the scenario says so.
  const few = selected?.narrowed ? advice : blocked;
  if (!Array.isArray(bank.customers)) {
    const { generate } = bank.customers;
    return generate >= needed
      ? ok('data', texts.generated(generate))
      : few('data', texts.tooFewGenerated(generate, needed));
  }
  const given = bank.customers.length;
  return given >= needed
    ? ok('data', texts.given(given))
    : few('data', texts.tooFewGiven(given, needed, capabilitiesOf(driver).makesSecrets));
}

function clock({ config, now, texts }: Patient, dates: readonly Date[]): DoctorLine {
  const [date] = dates;
  if (!date || Number.isNaN(date.getTime())) return advice('clock', texts.noDate);
  const offS = Math.round((date.getTime() - now()) / 1000);
  const { leeway_s } = config.bank;
  // The header has whole seconds, so a difference of one means nothing.
  if (Math.abs(offS) > leeway_s + 1) {
    return blocked('clock', texts.clockBlocks(offS, leeway_s), texts.clockSee);
  }
  return ok('clock', Math.abs(offS) <= 1 ? texts.clockAgrees : texts.clockOff(offS));
}

/** What each kind of driver shows: a program is pinged, and of the others it is said who acts. */
const driverLines: Readonly<Record<DriverKind, (patient: Patient) => DoctorLine | Promise<DoctorLine>>> = {
  http: (patient) => patient.pinged(),
  command: (patient) => patient.pinged(),
  manual: ({ texts }) => ok('driver', texts.manual),
  builtin: ({ texts }) => ok('driver', texts.builtin),
  none: ({ texts }) => advice('driver', texts.noDriver),
};
