import { bilingual } from '../../contract/texts/language.js';

/** Titles and sections of a report. */
export const pageTexts = bilingual(
  {
    title: (target: string) => `DCM conformance of ${target}`,
    kicker: (target: string) => `DCM conformance report · ${target}`,
    skip: 'Skip to the verdict',
    contents: 'Contents',
    sections: {
      failures: { title: 'Failures', lead: 'Requirements that did not hold, by rule, with what to change.' },
      errors: { title: 'Errors', lead: 'What the tool tripped over. It could not tell whether these hold.' },
      board: {
        title: 'The integration plan',
        lead: 'Sixteen steps, as they are walked on the shared stage.',
      },
      warnings: {
        title: 'Warnings',
        lead: 'Recommendations that did not hold, and failures under a waiver.',
      },
      doubts: { title: 'Not verified', lead: 'Selected, but no check ran: not to be taken for passed.' },
      findings: { title: 'Findings', lead: "What the processing center noticed in the bank's requests." },
      rules: { title: 'Rules', lead: 'Everything a bank must, should or may do, and what this run found.' },
      scenarios: {
        title: 'Scenarios',
        lead: 'What was played, by step. Steps in which something is open are unfolded.',
      },
      run: { title: 'This run', lead: 'What is needed to repeat it.' },
    },
    filter: {
      title: 'Find in this report',
      text: 'Text',
      step: 'Step',
      verdict: 'Verdict',
      rule: 'Rule',
      all: 'all',
      clear: 'Show all',
      shown: '{n} of {m} scenarios',
      copy: 'Copy',
      copied: 'Copied',
    },
    wholeRun: 'the run as a whole, no scenario in particular',
    noCheck: 'no check ran',
    noReason: 'no reason was recorded',
    outside: 'outside the scenarios',
    other: 'Outside the plan',
    /** Before what is folded below a cause. */
    more: 'Details',
    footer: 'Made from result.json and from nothing else. Secrets are redacted.',
  },
  {
    title: (target) => `відповідність DCM, ${target}`,
    kicker: (target) => `Звіт про відповідність DCM · ${target}`,
    skip: 'Перейти до висновку',
    contents: 'Зміст',
    sections: {
      failures: { title: 'Порушення', lead: 'Вимоги, яких не виконано, за правилами, і що змінити.' },
      errors: {
        title: 'Помилки',
        lead: 'Збої самого інструмента. Чи виконано ці вимоги, невідомо.',
      },
      board: {
        title: 'План інтеграції',
        lead: 'Шістнадцять кроків у порядку, в якому їх виконують на спільному стенді.',
      },
      warnings: {
        title: 'Зауваження',
        lead: 'Рекомендації, яких не виконано, і порушення, на які діє виняток.',
      },
      doubts: {
        title: 'Не перевірено',
        lead: 'Вибрано, але жодної перевірки не було: не вважайте пройденим.',
      },
      findings: { title: 'Спостереження', lead: 'Що процесинговий центр помітив у запитах банку.' },
      rules: {
        title: 'Правила',
        lead: 'Що банк зобов’язаний, повинен або може робити, і що показав цей прогін.',
      },
      scenarios: {
        title: 'Сценарії',
        lead: 'Що виконувалося, за кроками. Кроки з невирішеними питаннями розгорнуто.',
      },
      run: { title: 'Цей прогін', lead: 'Що потрібно, щоб його повторити.' },
    },
    filter: {
      title: 'Пошук у звіті',
      text: 'Текст',
      step: 'Крок',
      verdict: 'Результат',
      rule: 'Правило',
      all: 'усі',
      clear: 'Показати все',
      shown: 'сценаріїв: {n} із {m}',
      copy: 'Копіювати',
      copied: 'Скопійовано',
    },
    wholeRun: 'прогін загалом, без окремого сценарію',
    noCheck: 'жодної перевірки не було',
    noReason: 'причини не записано',
    outside: 'поза сценаріями',
    other: 'Поза планом',
    more: 'Докладніше',
    footer: 'Створено лише з result.json. Секрети приховано.',
  },
);
