import type { Bilingual } from '../../contract/texts/language.js';
import type { RunVerdict } from '../../contract/verdict.js';

interface Words {
  readonly name: string;
  readonly says: string;
}

/** What a verdict of a run is called, and what it means. */
export const runVerdictTexts: Bilingual<Readonly<Record<RunVerdict, Words>>> = {
  en: {
    conformant: {
      name: 'Conformant',
      says: 'Every applicable requirement was checked and held, and every step of the bank passed.',
    },
    'conformant-with-waivers': {
      name: 'Conformant with waivers',
      says: 'Every applicable requirement held, except for those that a valid waiver names.',
    },
    'service-conformant': {
      name: 'Service conformant',
      says: 'What DCM calls was checked and held. How the bank itself calls DCM was not part of this run.',
    },
    'non-standard': {
      name: 'Non-standard',
      says: 'Everything held, but under an option that asks less than the documentation does.',
    },
    partial: {
      name: 'Partial',
      says: 'Everything that was selected held. The rest of the plan was not run.',
    },
    'not-conformant': {
      name: 'Not conformant',
      says: 'At least one requirement did not hold. Each one is listed below with what to change.',
    },
    'not-verified': {
      name: 'Not verified',
      says: 'Nothing failed, but a requirement or a step was left without a check, so nobody can vouch for it.',
    },
    error: {
      name: 'Error',
      says: 'The tool itself tripped, so this run says nothing about the bank. The reasons are below.',
    },
  },
  uk: {
    conformant: {
      name: 'Відповідає',
      says: 'Усі застосовні вимоги перевірено й виконано, кожен крок банку пройдено.',
    },
    'conformant-with-waivers': {
      name: 'Відповідає з винятками',
      says: 'Усі застосовні вимоги виконано, крім тих, для яких діє виняток.',
    },
    'service-conformant': {
      name: 'Сервіс відповідає',
      says: 'Те, що викликає DCM, перевірено й відповідає вимогам. Як банк сам звертається до DCM, не перевіряли.',
    },
    'non-standard': {
      name: 'Нестандартно',
      says: 'Усе виконано, але з параметром, який вимагає менше, ніж документація.',
    },
    partial: {
      name: 'Частково',
      says: 'Усе вибране виконано. Решту плану не запускали.',
    },
    'not-conformant': {
      name: 'Не відповідає',
      says: 'Принаймні одну вимогу не виконано. Нижче про кожну сказано, що змінити.',
    },
    'not-verified': {
      name: 'Не перевірено',
      says: 'Порушень немає, але якусь вимогу чи крок не перевірено, тож поручитися за них не можна.',
    },
    error: {
      name: 'Помилка',
      says: 'Стався збій самого інструмента, тому за цим прогоном про банк судити не можна. Причини наведено нижче.',
    },
  },
};
