import { bilingual } from '../../contract/texts/language.js';

/** Titles and sections of a report. */
export const pageTexts = bilingual(
  {
    title: (target: string) => `DCM conformance of ${target}`,
    kicker: (target: string) => `DCM conformance report · ${target}`,
    skip: 'Skip to the verdict',
    contents: 'Contents',
    sections: {
      failures: { title: 'Failures', lead: 'Requirements that were not met, by rule, with what to change.' },
      errors: {
        title: 'Errors',
        lead: 'Problems of the tool itself. Whether these requirements are met is unknown.',
      },
      board: {
        title: 'The integration plan',
        lead: 'Sixteen steps, in the order in which they are done on the shared stage.',
      },
      warnings: {
        title: 'Warnings',
        lead: 'Recommendations that were not met, and failures covered by a waiver.',
      },
      doubts: { title: 'Not verified', lead: 'Selected, but no check ran: do not count these as passed.' },
      findings: { title: 'Findings', lead: "What the processing center noticed in the bank's requests." },
      readings: {
        title: 'Readings',
        lead: 'Where the documentation is silent or contradicts itself, other readings are plausible. This is how the bank lives with them; it is not part of the verdict.',
      },
      rules: {
        title: 'Rules',
        lead: 'Everything that a bank must, should or may do, and the result of this run.',
      },
      scenarios: {
        title: 'Scenarios',
        lead: 'What was run, by step. Steps with open issues are expanded.',
      },
      run: { title: 'This run', lead: 'What you need to repeat it.' },
    },
    filter: {
      title: 'Search this report',
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
    wholeRun: 'the whole run, not a particular scenario',
    noCheck: 'no check ran',
    noReason: 'no reason was recorded',
    outside: 'outside the scenarios',
    other: 'Outside the plan',
    /** Before what is folded below a cause. */
    more: 'Details',
    footer: 'Generated from result.json only. Secrets are redacted.',
  },
  {
    title: (target) => `Відповідність DCM, ${target}`,
    kicker: (target) => `Звіт про відповідність DCM · ${target}`,
    skip: 'Перейти до висновку',
    contents: 'Зміст',
    sections: {
      failures: { title: 'Порушення', lead: 'Невиконані вимоги за правилами, із зазначенням, що змінити.' },
      errors: {
        title: 'Помилки',
        lead: 'Збої самого інструмента. Чи виконано ці вимоги, невідомо.',
      },
      board: {
        title: 'План інтеграції',
        lead: 'Шістнадцять кроків у тому порядку, у якому їх виконують на спільному стенді.',
      },
      warnings: {
        title: 'Зауваження',
        lead: 'Невиконані рекомендації та порушення, на які діє виняток.',
      },
      doubts: {
        title: 'Не перевірено',
        lead: 'Вибрано, але жодної перевірки не виконано: не вважайте пройденим.',
      },
      findings: { title: 'Спостереження', lead: 'Що процесинговий центр помітив у запитах банку.' },
      readings: {
        title: 'Тлумачення',
        lead: 'Там, де документація мовчить або суперечить собі, можливі й інші тлумачення. Ось як банк дає з ними раду; на висновок це не впливає.',
      },
      rules: {
        title: 'Правила',
        lead: 'Що для банку обов’язково, рекомендовано або дозволено, і що показав цей прогін.',
      },
      scenarios: {
        title: 'Сценарії',
        lead: 'Що виконано, за кроками. Кроки з невирішеними питаннями розгорнуто.',
      },
      run: { title: 'Цей прогін', lead: 'Що потрібно, щоб його повторити.' },
    },
    filter: {
      title: 'Пошук у звіті',
      text: 'Текст',
      step: 'Крок',
      verdict: 'Висновок',
      rule: 'Правило',
      all: 'усі',
      clear: 'Показати все',
      shown: 'сценаріїв: {n} із {m}',
      copy: 'Копіювати',
      copied: 'Скопійовано',
    },
    wholeRun: 'увесь прогін, а не окремий сценарій',
    noCheck: 'жодної перевірки не виконано',
    noReason: 'причини не записано',
    outside: 'поза сценаріями',
    other: 'Поза планом',
    more: 'Докладніше',
    footer: 'Створено лише з result.json. Секрети приховано.',
  },
);
