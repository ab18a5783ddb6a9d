import { describe, expect, it } from 'vitest';
import { dark, light, type Palette } from './palette.js';

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('the %s palette', (_, palette: Palette) => {
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

  it('has sufficient contrast', () => {
    for (const ground of [palette.page, palette.surface])
      for (const ink of [palette.ink, palette.muted, palette.link])
        expect(contrast(ink, ground), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    for (const [ink, ground] of Object.values(palette.tones))
      for (const text of [ink, palette.ink])
        expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});
