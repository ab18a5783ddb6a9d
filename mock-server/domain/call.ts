import type { Claims } from '../../contract/bank-service.js';
import type { Finding } from '../../contract/control/journal.js';
import { catalogue, type RuleId } from '../../contract/rules/index.js';
import type { Counterparty } from './counterparties-collection.js';
import type { Employee } from './employees-collection.js';
import { Refusal } from './refusal.js';

/** Who acts. `subject` is the `sub` of tokens that DCM creates meanwhile (U-04). */
export type Actor =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'employee';
      readonly subject: string;
      readonly employee: Employee;
      readonly counterparty: Counterparty;
    }
  | {
      readonly kind: 'bank';
      readonly subject: string;
      readonly claims: Claims;
      /** The bank's own token, as received. */
      readonly token: string;
      readonly counterparty: Counterparty;
    }
  | { readonly kind: 'officer'; readonly subject: string };

/** One request in progress: who acts, its journal entry, and what was noticed about it. */
export interface Call {
  readonly seq: number;
  /** The era of the state in which it began. */
  readonly era: number;
  actor: Actor;
  readonly findings: Finding[];
  /**
   * Records a departure from the documentation that is served. @throws {Refusal} `strict-finding` for a SHOULD under
   * the option `strict`
   */
  note(rule: RuleId, text: string): void;
  /** Records the reason of a refusal that follows. */
  explain(rule: RuleId, text: string): void;
  /** The rule that was explained last. */
  broken: RuleId | undefined;
  /** `seq` of the newest reverse call of each kind, oldest kind first; none before the first. */
  asked: ReadonlyMap<string, number> | undefined;
}

/** Remembers a reverse call that was made because of this call. */
export function noteAsked(call: Call, operation: string, seq: number): void {
  const asked = new Map(call.asked);
  // The newest kind is the last one.
  asked.delete(operation);
  call.asked = asked.set(operation, seq);
}

export function createCall(seq: number, strict: boolean, era = 0): Call {
  const findings: Finding[] = [];
  const record = (rule: RuleId, text: string) => findings.push({ rule, level: catalogue[rule].level, text });
  const call: Call = {
    seq,
    era,
    actor: { kind: 'nobody' },
    findings,
    note(rule, text) {
      record(rule, text);
      if (strict && catalogue[rule].level === 'should') throw new Refusal('strict-finding', { rule, text });
    },
    explain(rule, text) {
      record(rule, text);
      call.broken = rule;
    },
    broken: undefined,
    asked: undefined,
  };
  return call;
}

/** `sub` of the tokens that this call causes. */
export function subjectOf(call: Call): string {
  return call.actor.kind === 'nobody' ? 'dcm' : call.actor.subject;
}
