import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { actDuties } from '../../contract/act-duties.js';
import { type Act, actInputs } from '../../contract/driver.js';
import { actInputText } from '../acts-page.js';
import { packageRoot } from '../package.js';

/**
 * The driver hooks of `dcm init`: a file of `templates/` for each language. What stands between `each act` and
 * `end of acts` is repeated for every act of the contract, so that no hook lags behind it.
 */

interface Hook {
  /** Name of the file, as in `templates/`. */
  readonly file: string;
  /** Starts it. */
  readonly run: string;
}

export const hooks = {
  node: { file: 'dcm-acts.mjs', run: 'node dcm-acts.mjs' },
  python: { file: 'dcm_acts.py', run: 'python3 dcm_acts.py' },
  java: { file: 'DcmActs.java', run: 'java DcmActs.java' },
  go: { file: 'dcm_acts.go', run: 'go run dcm_acts.go' },
} as const satisfies Readonly<Record<string, Hook>>;

export type HookLanguage = keyof typeof hooks;
export const isHookLanguage = (name: string): name is HookLanguage => Object.hasOwn(hooks, name);

const repeated = /^[^\n]*\beach act\n([\s\S]*?)^[^\n]*\bend of acts\n/m;
const width = 110;

/** Breaks a line of a comment; the lines after it begin as it does. */
function wrapped(line: string): string {
  const [, start = ''] = /^(\s*\S+ )/.exec(line) ?? [];
  const lines: string[] = [];
  let last = start.trimEnd();
  for (const word of line.slice(start.length).split(' ')) {
    if (last.length + word.length >= width && last.length > start.length) {
      lines.push(last);
      last = start.trimEnd();
    }
    last += ` ${word}`;
  }
  return [...lines, last].join('\n');
}

function actIn(block: string, act: Act): string {
  const { duty, tells } = actDuties[act];
  const input = Object.keys(actInputs[act].shape).length === 0 ? 'none' : actInputText(act);
  const values: Readonly<Record<string, string>> = {
    'ACT-NAME': act,
    FUNCTION: act.replaceAll('-', '_'),
    DUTY: duty,
    INPUT: input,
    OUTPUT: tells === '' ? 'none' : tells,
  };
  return block
    .split('\n')
    .map((line) => {
      const filled = line.replaceAll(/__([A-Z-]+)__/g, (_, name: string) => values[name] ?? '');
      return /__(?:DUTY|INPUT|OUTPUT)__/.test(line) ? wrapped(filled) : filled;
    })
    .join('\n');
}

/** The text of a hook that listens where `actsUrl` says. */
export async function hookText(language: HookLanguage, actsUrl: string): Promise<string> {
  const { pathname, port } = new URL(actsUrl);
  const text = await readFile(join(packageRoot, 'cli/init/templates', hooks[language].file), 'utf8');
  const acts = (block: string) =>
    Object.keys(actInputs)
      .map((act) => actIn(block, act as Act))
      .join('')
      .replace(/([^\n]\n)\n$/, '$1');
  return text
    .replace(repeated, (_, block: string) => acts(block))
    .replaceAll('__PORT__', () => port || '8080')
    .replaceAll('__PATH__', () => pathname.replaceAll("'", '%27'));
}
