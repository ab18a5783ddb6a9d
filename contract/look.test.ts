import { describe, expect, it } from 'vitest';
import { type Color, colors, lookNames, lookStyle } from './look.js';

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (color: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(color.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a: string, b: string) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

/** Which letters stand on which ground. */
const toned = ['accent', 'good', 'info', 'warn', 'doubt', 'bad', 'quiet'] as const;
const written: readonly (readonly [letters: Color, ground: Color])[] = [
  ...(['paper', 'card', 'sunk'] as const).flatMap((ground) =>
    (['ink', 'soft', 'accent', 'warn'] as const).map((letters) => [letters, ground] as const),
  ),
  ...toned.flatMap((tone) => [[tone, `${tone}-soft`] as const, ['ink', `${tone}-soft`] as const]),
  ['on-accent', 'accent'],
  ['on-bad', 'bad'],
  // What a screen says for a moment, in reverse.
  ['paper', 'ink'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('on a %s screen', (_, screen) => {
  it.each(written)('%s can be read on %s', (letters, ground) => {
    expect(contrast(colors[letters][screen], colors[ground][screen])).toBeGreaterThanOrEqual(4.5);
  });

  it('edges of fields can be seen', () => {
    for (const ground of ['card', 'paper'] as const)
      expect(contrast(colors.edge[screen], colors[ground][screen])).toBeGreaterThanOrEqual(3);
  });
});

it('sets every name, the dark ones for the system and for a reader who chose them', () => {
  const style = lookStyle();
  for (const name of lookNames) expect(style).toContain(`--${name}:`);
  expect(style.split(`--paper:${colors.paper[1]}`)).toHaveLength(3);
  expect(style.split(`--paper:${colors.paper[0]}`)).toHaveLength(2);
});
