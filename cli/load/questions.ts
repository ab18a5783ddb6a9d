import { type AuthorizationMethod, tokenHeader } from '../../contract/bank-service.js';
import { defaultProfile } from '../../contract/profile/index.js';
import { readJson } from '../../contract/read-json.js';
import { redactAnswer } from '../../contract/redact.js';
import { problemOf } from '../../mock-server/bank/judge.js';
import { signToken } from '../../mock-server/bank/tokens.js';
import { urlOf } from '../../steps/probe.js';
import type { Stage } from '../../steps/stage.js';
import { claimsOf } from '../../steps/token-claims.js';
import { type Fault, faultOf, faultOfError, faultOfStatus } from './fault.js';
import type { Hit, Source } from './shot.js';
import type { LoadUsers } from './users.js';

export interface QuestionOptions {
  readonly users: LoadUsers;
  /** Milliseconds after which an answer is given up. */
  readonly giveUpMs: number;
  readonly hide: (text: string) => string;
}

/** Signing needs no public part, and DCM's key has one. */
type MockKey = Parameters<typeof signToken>[0];

type Asking = Pick<Stage, 'bank' | 'dcm' | 'callBank' | 'now'>;

/** Reverse calls of one method as DCM makes them: each with a token and a connection of its own. */
export function createQuestions(
  stage: Asking,
  method: AuthorizationMethod,
  { users, giveUpMs, hide }: QuestionOptions,
): Source {
  const objects = method === 'user_auth' ? users.logins : users.ids;
  const url = urlOf(stage as Stage, method);

  /** What is wrong with an answer; undefined if nothing is. */
  function judge(obj: string, status: number, text: string): Fault | undefined {
    const body = readJson(text, text);
    const problem = problemOf(method, { status, body, headers: {}, error: '', late: false, ms: 0 });
    if (problem === '') return undefined;
    if (status === 200) return faultOf('wrong-body', `${obj}: ${problem}`, hide);
    const shown = text === '' ? '' : ` ${JSON.stringify(redactAnswer(body))}`;
    return faultOf(faultOfStatus(status), `${obj}: ${problem}${shown}`, hide);
  }

  return async (index) => {
    const obj = objects[index % objects.length] ?? '';
    const content = { flow: 'sign-in', obj, sub: stage.bank.subjects.admin } as const;
    const token = await signToken(
      stage.dcm.signing() as MockKey,
      claimsOf(content, stage.now()),
      stage.dcm.profile?.() ?? defaultProfile,
      { id: () => `load-${index}`, audience: () => [stage.bank.alias, new URL(url).origin] },
    );
    const headers = { accept: 'application/json', [tokenHeader]: token };
    return {
      kind: method,
      async send(): Promise<Hit> {
        try {
          const { status, text, ms } = await stage.callBank({
            method: 'GET',
            url,
            headers,
            timeoutMs: giveUpMs,
          });
          return { fault: judge(obj, status, text), peerMs: ms };
        } catch (error) {
          const [fault, text] = faultOfError(error);
          return { fault: faultOf(fault, `${obj}: /${method}: ${text}`, hide) };
        }
      },
    };
  };
}
