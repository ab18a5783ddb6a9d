import type { Language } from '../../../contract/texts/language.js';
import { reachTexts } from './reach.js';
import { setupTexts } from './setup.js';

/** All words of the doctor except names and addresses. */
export const doctorTexts = (language: Language) => ({ ...setupTexts[language], ...reachTexts[language] });

export type DoctorTexts = ReturnType<typeof doctorTexts>;
/** What was looked at. */
export type About = keyof DoctorTexts['about'];
export type CertificateProblem = keyof DoctorTexts['certificates'];
