import type { Tone } from '../marks.js';
import { dark, light, type Palette } from './palette.js';
import { baseStyle } from './style-base.js';
import { mediaStyle } from './style-media.js';
import { partsStyle } from './style-parts.js';

function variables(palette: Palette): string {
  const { tones, ...colors } = palette;
  const plain = Object.entries(colors).map(([name, value]) => `--${name}:${value}`);
  const toned = Object.entries(tones).map(
    ([name, [ink, ground]]) => `--${name}:${ink};--${name}-ground:${ground}`,
  );
  return [...plain, ...toned].join(';');
}

function toneRules(): string {
  return (Object.keys(light.tones) as Tone[])
    .map((tone) => `.tone-${tone}{--tone:var(--${tone});--ground:var(--${tone}-ground)}`)
    .join('\n');
}

/** The whole style of the page: no font, picture or sheet is fetched. Paper is always light. */
export function style(): string {
  return `
:root{color-scheme:light dark;${variables(light)}}
@media screen and (prefers-color-scheme:dark){:root{${variables(dark)}}}
${toneRules()}${baseStyle}${partsStyle}${mediaStyle}`;
}
