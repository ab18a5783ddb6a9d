import type { Tone } from '../marks.js';

export interface Palette {
  readonly page: string;
  readonly surface: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly link: string;
  /** Letters and ground of each tone. */
  readonly tones: Readonly<Record<Tone, readonly [ink: string, ground: string]>>;
}

/** Every ink has a contrast of at least 4.5 to each ground that it stands on (WCAG AA); a test computes it. */
export const light: Palette = {
  page: '#faf9f6',
  surface: '#ffffff',
  ink: '#1d1f23',
  muted: '#5b6068',
  line: '#e4e2dc',
  link: '#1d4f91',
  tones: {
    good: ['#17603a', '#e4f2ea'],
    info: ['#1c5280', '#e5eff7'],
    warn: ['#764a00', '#faefd7'],
    doubt: ['#5d3a8a', '#efe9f7'],
    bad: ['#a1201b', '#fbe8e6'],
    quiet: ['#55595f', '#efeeea'],
  },
};

export const dark: Palette = {
  page: '#131519',
  surface: '#1a1d22',
  ink: '#e9e8e4',
  muted: '#a4a9b1',
  line: '#2e3239',
  link: '#8fbaf3',
  tones: {
    good: ['#83d8a6', '#15301f'],
    info: ['#90c7ef', '#142a3b'],
    warn: ['#edc36f', '#342a13'],
    doubt: ['#cab0f1', '#2a2139'],
    bad: ['#ffa198', '#3c1c1a'],
    quiet: ['#adb1b8', '#272a30'],
  },
};
