import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm verify`. */
export const verifyHelp = bilingual(
  {
    says: 'walk the integration plan and give a verdict on the bank',
    config: 'configuration file of the bank to verify (bank.yaml)',
    reference: 'verify the reference bank; nothing to configure',
    steps: 'steps of the plan, e.g. 7, 1-11 or 1,12-16',
    tags: "cucumber tag expression, e.g. '@service and not @S07-02'",
    quick: 'leave out the hard cases: what is lost, late, large or down',
    seed: 'seed that makes the run repeatable, together with --keys',
    keys: "file with DCM's keys, created by dcm keys; generated for the run if omitted, required with --reference --mock-url, except in a new sandbox",
    report: 'folder for the reports',
    resume: 'resume an interrupted run after its last finished scenario',
    statementKey: 'private JWK that signs statement.jws; see dcm statement key',
    lang: 'language of output and reports, en or uk (default: DCM_LANG)',
    stage: 'walk what can be walked from the side of the bank against the real stage described in bank.yaml',
    iOwnThisStage:
      'alias of the bank whose stage it is; required with --stage, which creates customers and transfers there',
    record: 'file for the recording of a run with --stage',
    allowHost: 'host of the stage whose name does not say that it is one; for each host separately',
    sandbox:
      'sandbox of that mock in which the run happens: new, or a name, which is made if it is not there; what is made for the run is removed after it',
    keep: 'keep the sandbox that was made for the run',
    mockUrl: 'URL of a mock that already runs, with the same keys; it shows the run in its console',
    controlToken: 'token of the control API of that mock; requires --mock-url',
    controlTokenFile: 'file with this token; or set DCM_CONTROL_TOKEN',
    timeLimit:
      'how many seconds a run may wait in vain under one scheme (default: 90; no limit for the manual driver)',
    defect: 'defect of the reference bank, to see what the report says about it',
    mock: 'also run the scenarios about the mock itself',
    whole:
      'try every mistake in a token at every method and with every flow, instead of a sample (about 600 requests more)',
    readings:
      'then walk again what other readings of the documentation touch: all of them, or a list such as U-26,U-45; list prints them',
    requireRobust: 'exit code 1 if the bank depends on a reading; requires --readings',
    reports: `Reports: report.html, result.json, junit.xml, summary.md, messages.ndjson, exchanges.har, and with --statement-key statement.jws. A run
removes the reports of the previous one when it begins; a run that ends early leaves reports with the verdict error,
or none if it ends before the bank and the mock are ready.
A run with --config can be resumed: --resume with the same options and bank.yaml skips the scenarios that have finished.`,
  },
  {
    says: 'пройти план інтеграції й дати висновок про банк',
    config: 'файл налаштувань банку, який перевіряється (bank.yaml)',
    reference: 'перевірити еталонний банк; налаштовувати нічого не потрібно',
    steps: 'кроки плану, наприклад 7, 1-11 або 1,12-16',
    tags: 'вираз із тегів у синтаксисі cucumber, наприклад "@service and not @S07-02"',
    quick: 'без складних випадків: утрачене, запізніле, велике й недоступне',
    seed: 'початкове значення, яке разом із --keys робить прогін відтворюваним',
    keys: 'файл із ключами DCM, створений командою dcm keys; якщо не вказано, ключі буде створено для прогону; обов’язковий для --reference --mock-url, крім нової пісочниці',
    report: 'тека для звітів',
    resume: 'продовжити перерваний прогін після останнього завершеного сценарію',
    statementKey: 'приватний JWK, яким підписують statement.jws; див. dcm statement key',
    lang: 'мова виводу й звітів, en або uk (типово: за DCM_LANG)',
    stage: 'пройти з боку банку те, що можливо, на справжньому стенді, описаному в bank.yaml',
    iOwnThisStage:
      'псевдонім банку, якому належить стенд; обов’язковий зі --stage, що створює там клієнтів і перекази',
    record: 'файл для запису прогону зі --stage',
    allowHost: 'хост стенда, з назви якого не видно, що це стенд; для кожного хоста окремо',
    sandbox:
      'пісочниця цього імітатора, у якій відбувається прогін: new — нова, або назва; якщо такої немає, її буде створено; створену для прогону буде видалено після нього',
    keep: 'залишити пісочницю, створену для прогону',
    mockUrl: 'URL уже запущеного імітатора з тими самими ключами; прогін видно в його консолі',
    controlToken: 'токен API керування цього імітатора; потребує --mock-url',
    controlTokenFile: 'файл із цим токеном; або задайте DCM_CONTROL_TOKEN',
    timeLimit:
      'скільки секунд прогін може марно чекати за однією схемою (типово: 90; для драйвера manual без обмежень)',
    defect: 'помилка еталонного банку, щоб побачити, що про неї скаже звіт',
    mock: 'виконати також сценарії про сам імітатор',
    whole:
      'перевірити кожну помилку в токені на кожному методі й з кожним flow, а не вибірково (ще близько 600 запитів)',
    readings:
      'потім пройти знову те, чого стосуються інші тлумачення документації: усі або перелік, наприклад U-26,U-45; list виводить їх',
    requireRobust: 'код завершення 1, якщо банк залежить від тлумачення; потребує --readings',
    reports: `Звіти: report.html, result.json, junit.xml, summary.md, messages.ndjson, exchanges.har, а з --statement-key також statement.jws. На
початку прогону звіти попереднього вилучаються; прогін, зупинений достроково, лишає звіти з висновком «помилка»,
або не лишає жодного, якщо завершується до готовності банку й імітатора.
Прогін із --config можна продовжити: --resume з тими самими параметрами й bank.yaml пропускає завершені сценарії.`,
  },
);
