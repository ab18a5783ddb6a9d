import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm onboarding`. */
export const onboardingHelp = bilingual(
  {
    says: 'print what the bank must configure on its side',
    config: 'configuration file of the bank (bank.yaml)',
    json: 'print JSON',
  },
  {
    says: 'вивести все, що банк має налаштувати на своєму боці',
    config: 'файл налаштувань банку (bank.yaml)',
    json: 'вивести JSON',
  },
);
