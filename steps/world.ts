import { setDefaultTimeout, setWorldConstructor, World } from '@cucumber/cucumber';
import type { JournalMatch } from '../contract/control/journal.js';
import { catalogue } from '../contract/rules/index.js';
import { Blocked } from './blocked.js';
import type { Check, Outcome } from './checks/check.js';
import { type CheckRecord, checkMediaType } from './checks/record.js';
import type { Found } from './checks/requests.js';
import { type Exchange, exchangeSeen, shown } from './exchange.js';
import type { Scene } from './scene.js';
import type { Stage } from './stage.js';
import { situationOf } from './trouble.js';
import { createFaults, type Faults } from './walk/faults.js';
import type { JournalWatch } from './walk/journal-watch.js';
import type { Walk } from './walk/walk.js';

/** A MUST did not hold; the scenario ends. */
export class CheckFailed extends Error {
  override name = 'CheckFailed';
}

/** Whatever a step waits for has a limit of its own: that of an act is the driver's. */
setDefaultTimeout(-1);

let shared: Walk | undefined;

/** The walk that all scenarios of the run share. */
export function shareWalk(walk: Walk | undefined): void {
  shared = walk;
}

/** One scenario's view: the shared walk, its own memory, and the checks. */
export class DcmWorld extends World {
  /** `seq` of the newest journal entry from before the scenario. */
  begunAt = 0;
  /** A check did not hold that may follow from something else. */
  doubtful = false;
  /** The step of the plan that the scenario belongs to. */
  step = 0;
  /** The hook before it has let it begin. */
  begun = false;
  readonly #scene: Partial<Scene> = {};
  #journal: JournalWatch | undefined;
  #faults: Faults | undefined;

  get walk(): Walk {
    if (!shared) throw new Error('the walk has not begun');
    return shared;
  }

  get stage(): Stage {
    return this.walk.stage;
  }

  get journal(): JournalWatch {
    this.#journal ??= this.walk.watchJournal();
    return this.#journal;
  }

  get faults(): Faults {
    this.#faults ??= createFaults(this.stage);
    return this.#faults;
  }

  /** What belongs to the act that the bank was asked for last. */
  seen(wanted: string, match: JournalMatch): Promise<Found> {
    return this.journal.await(wanted, match, this.#scene.acted?.ok === false);
  }

  remember(members: Partial<Scene>): void {
    Object.assign(this.#scene, members);
  }

  recall<Name extends keyof Scene>(name: Name): Scene[Name] {
    const value = this.#scene[name];
    if (value === undefined)
      throw new Error(`the scenario has no ${name} yet: a step is missing before this one`);
    return value as Scene[Name];
  }

  /** What is remembered, or undefined. */
  maybe<Name extends keyof Scene>(name: Name): Scene[Name] | undefined {
    return this.#scene[name];
  }

  /** Keeps a round of answers; the round before it becomes the earlier one. */
  answered(answers: readonly Exchange[]): void {
    this.remember({ earlier: this.#scene.answers ?? [], answers });
  }

  /** Lets a check speak. A MUST that does not hold ends the scenario. */
  check<Seen>(check: Check<Seen>, seen: Seen, exchange?: Exchange): void {
    if (!this.record(check, seen, exchange))
      throw new CheckFailed(`${check.rule}: ${catalogue[check.rule].says.en}`);
  }

  /** Lets a check speak about each of several, of which there is at least one; ends the scenario after the last one. */
  checkEach(check: Check<Exchange>, all: readonly Exchange[]): void {
    if (all.length === 0) throw new Blocked(`there is nothing to look at for ${check.rule}`);
    const failed = all.filter((seen) => !this.record(check, seen, seen));
    if (failed.length > 0) throw new CheckFailed(`${check.rule}: ${catalogue[check.rule].says.en}`);
  }

  /** False when a MUST did not hold. */
  private record<Seen>(check: Check<Seen>, seen: Seen, exchange?: Exchange): boolean {
    const outcome = check.look(seen);
    if (!outcome.ok && outcome.dependent) this.doubtful = true;
    const looked = outcome.ok ? exchange : (exchange ?? exchangeSeen(seen));
    const record: CheckRecord = {
      ...(outcome.ok ? {} : hints(outcome, looked)),
      rule: check.rule,
      check: check.name,
      ok: outcome.ok,
      expected: outcome.ok ? '' : outcome.expected,
      actual: outcome.ok ? '' : outcome.actual,
      curl: looked?.curl ?? '',
      exchange: looked && !outcome.ok ? shown(looked) : '',
    };
    this.attach(JSON.stringify(record), checkMediaType);
    return (
      outcome.ok || catalogue[check.rule].level !== 'must' || shared?.stage.waived?.has(check.rule) === true
    );
  }
}

/** What a broken outcome says about where to look for its cause. */
function hints(
  { dependent, situation, expected }: Extract<Outcome, { ok: false }>,
  looked: Exchange | undefined,
): Pick<CheckRecord, 'dependent' | 'situation'> {
  const seen = situation ?? (looked ? situationOf(looked) : '');
  // A refusal by another status than 401 comes from a path that is served.
  const known = seen === 'not-found' && expected.startsWith('401') ? '' : seen;
  return { ...(dependent ? { dependent } : {}), ...(known ? { situation: known } : {}) };
}

setWorldConstructor(DcmWorld);
