import { lookStyle } from '../../contract/look.js';
import { type Tone, tones } from '../marks.js';
import { baseStyle } from './style-base.js';
import { mediaStyle } from './style-media.js';
import { partsStyle } from './style-parts.js';

function toneRules(): string {
  return [...new Set<Tone>(Object.values(tones))]
    .map((tone) => `.tone-${tone}{--tone:var(--${tone});--ground:var(--${tone}-soft)}`)
    .join('\n');
}

/** The whole style of the page: no font, picture or sheet is fetched. */
export const style = (): string => `\n${lookStyle()}${toneRules()}${baseStyle}${partsStyle}${mediaStyle}`;
