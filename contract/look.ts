/** How everything looks that people read in a browser: console, backoffice, pages of the mock, reports. The only place of these values. */

/** Colors by name, `[on a light screen, on a dark one]`; `soft` after a name is the ground on which text of that color stands. */
export const colors = {
  paper: ['#f5f6f7', '#14181a'],
  card: ['#ffffff', '#1b2023'],
  sunk: ['#eef0f2', '#232a2e'],
  ink: ['#1c2326', '#e3e8ea'],
  soft: ['#566169', '#a0acb3'],
  line: ['#dce0e3', '#313a3f'],
  edge: ['#7f8a92', '#78858c'],
  accent: ['#14645a', '#6fcbbd'],
  'accent-soft': ['#e0f0ed', '#1d3733'],
  'on-accent': ['#ffffff', '#0c1f1c'],
  good: ['#1c6b3a', '#7fd19c'],
  'good-soft': ['#e2f3e8', '#1b3425'],
  info: ['#1c5280', '#90c7ef'],
  'info-soft': ['#e3eef7', '#16303f'],
  warn: ['#7d5200', '#ebbd63'],
  'warn-soft': ['#fcf0d9', '#3a2e14'],
  doubt: ['#5d3a8a', '#cab0f1'],
  'doubt-soft': ['#efe9f7', '#2d2440'],
  bad: ['#a8231c', '#ff9a8f'],
  'bad-soft': ['#fdeae8', '#41201d'],
  'on-bad': ['#ffffff', '#2a0b08'],
  quiet: ['#566169', '#a0acb3'],
  'quiet-soft': ['#eef0f2', '#232a2e'],
  shade: ['#1c232633', '#00000099'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type Color = keyof typeof colors;

/** Lengths and fonts by name. Sizes of letters and spaces are in `rem`, so that they grow with the letters that a reader has chosen. */
const sizes = {
  // Console and tables are set in m, pages that are read in l; xs is for heads of columns and badges.
  'text-xs': '.75rem',
  'text-s': '.8125rem',
  'text-m': '.875rem',
  'text-l': '1rem',
  'text-xl': '1.25rem',
  'text-xxl': '1.5rem',
  'text-huge': 'clamp(1.9rem,1.2rem + 3vw,2.9rem)',
  'space-1': '.125rem',
  'space-2': '.25rem',
  'space-3': '.375rem',
  'space-4': '.5rem',
  'space-5': '.75rem',
  'space-6': '1rem',
  'space-7': '1.5rem',
  'space-8': '2rem',
  'space-9': '3rem',
  'radius-s': '4px',
  'radius-m': '6px',
  'radius-l': '10px',
  'radius-full': '99px',
  sans: 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans","DejaVu Sans",sans-serif',
  mono: 'ui-monospace,SFMono-Regular,"Cascadia Mono",Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace',
} as const;

/** Names of everything that `lookStyle` sets. */
export const lookNames: readonly string[] = [...Object.keys(colors), ...Object.keys(sizes)];

const colored = (screen: 0 | 1): string =>
  Object.entries(colors)
    .map(([name, shades]) => `--${name}:${shades[screen]}`)
    .join(';');

/**
 * The values as custom properties of CSS. Paper is always light. A page can choose with `data-theme`, `light` or `dark`;
 * otherwise the system does.
 */
export const lookStyle = (): string => `:root{color-scheme:light;${colored(0)};${Object.entries(sizes)
  .map(([name, size]) => `--${name}:${size}`)
  .join(';')}}
@media screen{
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${colored(1)}}}
:root[data-theme=dark]{color-scheme:dark;${colored(1)}}
}
`;
