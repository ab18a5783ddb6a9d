import type { Language } from '../../../contract/texts/language.js';
import { reachTexts } from './reach.js';
import { setupTexts } from './setup.js';

/** Every word of the doctor that is not a name or an address. */
export const doctorTexts = (language: Language) => ({ ...setupTexts[language], ...reachTexts[language] });

export type DoctorTexts = ReturnType<typeof doctorTexts>;
/** What was looked at. */
export type About = keyof DoctorTexts['about'];
export type CertificateProblem = keyof DoctorTexts['certificates'];
