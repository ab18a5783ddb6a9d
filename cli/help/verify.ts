import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm verify`. */
export const verifyHelp = bilingual(
  {
    says: 'walk the integration plan and judge the bank',
    config: 'the bank to verify, as bank.yaml describes it',
    reference: 'verify the reference bank; nothing to configure',
    steps: 'steps of the plan, e.g. 7, 1-11 or 1,12-16',
    tags: "cucumber's tag expression, e.g. '@service and not @S07-02'",
    seed: 'makes the run repeatable, together with --keys',
    keys: "DCM's keys, from dcm keys; made for the run when left out",
    report: 'where the reports go',
    resume: 'resume the run that was interrupted, from its last finished scenario',
    statementKey: 'private JWK that signs statement.jws; see dcm statement key',
    lang: 'en or uk, for console and reports; DCM_LANG when left out',
    mockUrl: 'verify against a mock that runs already, with the same keys',
    controlToken: 'token of its control API, with --mock-url',
    controlTokenFile: 'the same from a file; or by DCM_CONTROL_TOKEN',
    timeLimit:
      'what may be lost under one scheme by waiting in vain; 90 when left out, and no limit for the manual driver',
    defect: 'give the reference bank a mistake, to see what the report says',
    mock: 'run the scenarios about the mock itself, too',
    reports: `Reports: report.html, result.json, junit.xml, summary.md, messages.ndjson, and statement.jws with a key; those of an
earlier run are removed when a run begins, and a run that is ended early leaves reports with the verdict error.
With --config it can be resumed: --resume with the same options and bank.yaml does not run again what has ended.`,
  },
  {
    says: 'пройти план інтеграції й дати висновок про банк',
    config: 'банк, який перевіряється, за описом у bank.yaml',
    reference: 'перевірити еталонний банк; налаштовувати нічого не потрібно',
    steps: 'кроки плану, наприклад 7, 1-11 або 1,12-16',
    tags: 'вираз із тегів у синтаксисі cucumber, наприклад "@service and not @S07-02"',
    seed: 'разом із --keys робить прогін відтворюваним',
    keys: 'ключі DCM, створені командою dcm keys; якщо не вказано, їх буде створено для прогону',
    report: 'куди записувати звіти',
    resume: 'продовжити перерваний прогін після останнього завершеного сценарію',
    statementKey: 'приватний JWK, яким підписують statement.jws; див. dcm statement key',
    lang: 'мова виводу й звітів, en або uk; якщо не вказано, за DCM_LANG',
    mockUrl: 'перевіряти з уже запущеним імітатором, який має ті самі ключі',
    controlToken: 'токен його API керування, разом із --mock-url',
    controlTokenFile: 'те саме з файлу; або через DCM_CONTROL_TOKEN',
    timeLimit:
      'скільки часу за однією схемою можна втратити на марне очікування; якщо не вказано, 90, а для драйвера manual без обмежень',
    defect: 'надати еталонному банку помилку, щоб побачити, що скаже звіт',
    mock: 'виконати також сценарії про сам імітатор',
    reports: `Звіти: report.html, result.json, junit.xml, summary.md, messages.ndjson, а з ключем також statement.jws. Звіти
попереднього прогону вилучаються на початку нового; прогін, зупинений достроково, лишає звіти з висновком «помилка».
З --config його можна продовжити: --resume з тими самими параметрами й bank.yaml не повторює завершеного.`,
  },
);
