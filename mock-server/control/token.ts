/** Characters that a control token has at least. */
const least = 8;

/** Why a text is no control token; undefined when it is one. An empty one is what an unset variable leaves. */
export function controlTokenProblem(token: string): string | undefined {
  if (token.trim() === '') return 'the control token is empty: is a variable not set?';
  if (!/^[\x21-\x7e]+$/.test(token))
    return 'the control token has characters that a header cannot carry, or spaces';
  return token.length < least ? `the control token is too short: at least ${least} characters` : undefined;
}
