import { type Exchange, isInTime } from './exchange.js';
import { probe } from './probe.js';
import type { Question } from './question.js';
import type { Stage } from './stage.js';

/** Banks that have answered late when several questions came at once: no page says that they may not. */
const oneByOne = new WeakSet<Stage['bank']>();

/**
 * Puts a few questions at once, as DCM does when several of its users act. What comes late then is asked again alone,
 * and from then on so is everything: a bank that answers one question after the other is none the worse for it.
 */
export async function probeAtOnce(stage: Stage, questions: readonly Question[]): Promise<Exchange[]> {
  // A bank that is asked while it acts is made to act for one question at a time.
  if (stage.whileActing || oneByOne.has(stage.bank)) return probeInTurn(stage, questions);
  // All have ended before one that could not be put is told.
  const ended = await Promise.allSettled(questions.map((question) => probe(stage, question)));
  const answers: Exchange[] = [];
  for (const [index, one] of ended.entries()) {
    if (one.status === 'rejected') throw one.reason;
    const question = questions[index];
    if (isInTime(one.value) || question === undefined) {
      answers.push(one.value);
      continue;
    }
    oneByOne.add(stage.bank);
    answers.push(await probe(stage, question));
  }
  return answers;
}

/** Puts questions one after the other. */
export async function probeInTurn(stage: Stage, questions: readonly Question[]): Promise<Exchange[]> {
  const answers: Exchange[] = [];
  for (const question of questions) answers.push(await probe(stage, question));
  return answers;
}
