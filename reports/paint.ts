import type { Tone } from './marks.js';

/** Colors for a terminal; with color off every function gives its text back. */
export interface Paint {
  readonly tone: (tone: Tone, text: string) => string;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
}

/** Select Graphic Rendition: what switches on, what switches off. */
const codes = {
  good: [32, 39],
  info: [36, 39],
  warn: [33, 39],
  doubt: [35, 39],
  bad: [31, 39],
  quiet: [2, 22],
  bold: [1, 22],
} as const;

/** `util.styleText` looks at the stream and the environment; a pure function must not. */
export function paint(color: boolean): Paint {
  const style = (name: keyof typeof codes, text: string): string => {
    const [on, off] = codes[name];
    return color ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  };
  return {
    tone: (tone, text) => style(tone, text),
    bold: (text) => style('bold', text),
    dim: (text) => style('quiet', text),
  };
}
