import { Then, When } from '@cucumber/cucumber';
import type { AuthorizationMethod } from '../../contract/bank-service.js';
import type { RuleId } from '../../contract/rules/index.js';
import { needed } from '../blocked.js';
import { methods } from '../cells.js';
import { refused } from '../checks/answers.js';
import { member } from '../exchange.js';
import { type Likenesses, likenesses, nearly } from '../likeness.js';
import { probeAtOnce } from '../probe-at-once.js';
import type { Question } from '../question.js';
import type { DcmWorld } from '../world.js';

// Step 1: users who are nearly the customer

When(
  /^DCM asks \/user_auth about logins and \/key about external ids that are (.+)$/,
  async function (this: DcmWorld, words: string) {
    if (!Object.hasOwn(likenesses, words)) throw new Error(`nothing is known that is ${words}`);
    const { login, externalId } = this.recall('customer');
    const { logins, externalIds } = likenesses[words as Likenesses];
    // Each question makes a bank that answers within its requests act, so there it is one of each kind.
    const most = this.stage.whileActing && !this.stage.whole ? 1 : Number.POSITIVE_INFINITY;
    const like = (method: AuthorizationMethod, what: string, known: string, all: typeof logins) =>
      nearly(known, all)
        .slice(0, most)
        .map(({ says, text }): Question => ({ method, obj: text, about: `${what} ${says}`, within: known }));
    const accepting = this.maybe('accepting') ?? methods;
    const questions = [
      ...like('user_auth', "the customer's login", login, logins),
      ...like('key', "the customer's external id", externalId, externalIds),
    ].filter(({ method }) => accepting.includes(method));
    needed(questions.length > 0, 'neither /user_auth nor /key accepts a valid token');
    this.answered(await probeAtOnce(this.stage, questions));
  },
);

Then(
  'none of them is the customer, but refused with 401, as {rule} demands',
  function (this: DcmWorld, rule: RuleId) {
    const secrets = this.recall('earlier').map((seen) => member(seen, 'key'));
    // Somebody else may really have a login or an external id like that: then it is another secret.
    const own = this.recall('answers').filter(
      (seen) =>
        seen.status !== 200 || member(seen, 'key') === undefined || secrets.includes(member(seen, 'key')),
    );
    needed(own.length > 0, 'other users have all of these logins and external ids');
    this.answered(own);
    this.checkEach(refused(rule), own);
  },
);
