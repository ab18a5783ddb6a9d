import type { Bilingual } from '../../contract/texts/language.js';
import type { RunVerdict } from '../../contract/verdict.js';

export interface Words {
  readonly name: string;
  readonly says: string;
}

/** The name of each run verdict and its meaning. */
export const runVerdictTexts: Bilingual<Readonly<Record<RunVerdict, Words>>> = {
  en: {
    conformant: {
      name: 'Conformant',
      says: 'Every applicable requirement was checked and met, and every step of the bank passed.',
    },
    'conformant-with-waivers': {
      name: 'Conformant with waivers',
      says: 'Every applicable requirement was met, except those covered by a valid waiver.',
    },
    'service-conformant': {
      name: 'Service conformant',
      says: 'Everything that DCM calls was checked and meets the requirements. How the bank calls DCM was not part of this run.',
    },
    'non-standard': {
      name: 'Non-standard',
      says: 'All requirements were met, but with an option that demands less than the documentation.',
    },
    partial: {
      name: 'Partial',
      says: 'Everything selected passed. The rest of the plan was not run.',
    },
    'not-conformant': {
      name: 'Not conformant',
      says: 'At least one requirement was not met. Each one is listed below with what to change.',
    },
    'not-verified': {
      name: 'Not verified',
      says: 'Nothing failed, but at least one requirement or step was not checked, so conformance is not proven.',
    },
    error: {
      name: 'Error',
      says: 'The tool itself failed, so this run says nothing about the bank. The reasons are below.',
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
      says: 'Усе, до чого звертається DCM, перевірено й відповідає вимогам. Звернення банку до DCM у цьому прогоні не перевіряли.',
    },
    'non-standard': {
      name: 'Нестандартно',
      says: 'Усі вимоги виконано, але з параметром, який вимагає менше, ніж документація.',
    },
    partial: {
      name: 'Частково',
      says: 'Усе вибране пройдено. Решту плану не запускали.',
    },
    'not-conformant': {
      name: 'Не відповідає',
      says: 'Принаймні одну вимогу не виконано. Для кожної такої вимоги у звіті вказано, що змінити.',
    },
    'not-verified': {
      name: 'Не перевірено',
      says: 'Порушень немає, але принаймні одну вимогу або крок не перевірено, тому відповідність не доведено.',
    },
    error: {
      name: 'Помилка',
      says: 'Стався збій самого інструмента, тому за цим прогоном не можна судити про банк. Причини наведено нижче.',
    },
  },
};
