import type { Phrase } from './template.js';

/** Why a run has no result, report or archive. */
const lacking = ([what, uk]: readonly [string, string]): Phrase[] => [
  [
    `run {id} has no ${what}: it waits for its turn; to wait for its end: {command}`,
    `прогін {id} не має ${uk}: він чекає на свою чергу; дочекатися його завершення: {command}`,
  ],
  [
    `run {id} has no ${what}: it is still running; to wait for its end: {command}`,
    `прогін {id} не має ${uk}: він ще триває; дочекатися його завершення: {command}`,
  ],
  [
    `run {id} has no ${what}: it was stopped; run it again`,
    `прогін {id} не має ${uk}: його зупинено; повторіть його`,
  ],
  [
    `run {id} has no ${what}: it ended early: {problem}; run it again`,
    `прогін {id} не має ${uk}: він перервався: {problem}; повторіть його`,
  ],
  [
    `run {id} has no ${what}: it handed over none; run it again`,
    `прогін {id} не має ${uk}: він його не передав; повторіть його`,
  ],
];

/** What is said of runs of `dcm verify`. */
export const runPhrases: readonly Phrase[] = [
  [
    'this mock cannot start runs: start it with dcm mock, or run dcm verify --mock-url on a terminal; it appears here as well',
    'цей імітатор не може запускати прогони: запустіть його командою dcm mock або виконайте dcm verify --mock-url у терміналі; такий прогін теж з’явиться тут',
  ],
  ...(
    [
      ['result', 'результату'],
      ['report', 'звіту'],
      ['archive', 'архіву'],
    ] as const
  ).flatMap(lacking),
  [
    'run {id} has no result: the one that it handed over cannot be read by this version; run it again',
    'прогін {id} не має результату: переданого ця версія прочитати не може; повторіть його',
  ],
  ['{n} runs are already waiting', 'прогонів у черзі вже стільки: {n}'],
  [
    'run {n} of {name} has been under way here since {at}; if its program is gone, it is over {s} s after its last word',
    'прогін {n} ({name}) триває тут від {at}; якщо його програми вже немає, він завершиться через {s} с після її останнього повідомлення',
  ],
  ['run {n} is over', 'прогін {n} завершено'],
  ['the result is larger than {n} MB', 'результат більший за {n} МБ'],
  ['the report is larger than {n} MB', 'звіт більший за {n} МБ'],
  ['the bundle is larger than {n} MB', 'архів більший за {n} МБ'],
  ['the mock ended before the run', 'імітатор завершив роботу раніше за прогін'],
  ['taken out of the queue', 'вилучено з черги'],
  ['stopped before it began', 'зупинено до початку'],
  [
    'nothing was heard of it for {n} s: its program is gone, or cannot reach the mock',
    'від нього нічого не чути вже {n} с: його програма не працює або не може звернутися до імітатора',
  ],
  ['its program was killed', 'його програму зупинено примусово'],
  ['its program was killed: {said}', 'його програму зупинено примусово: {said}'],
  ['its program ended with exit code {n}', 'його програма завершилася з кодом {n}'],
  ['its program ended with exit code {n}: {said}', 'його програма завершилася з кодом {n}: {said}'],
  ['it handed over no result that can be read', 'він не передав результату, який можна прочитати'],
  ['ended by {signal}', 'завершено сигналом {signal}'],
  ['the output cannot be written ({code})', 'вивід неможливо записати ({code})'],
  ['uncaught exception: {text}', 'неочікуваний виняток: {text}'],
];

/** What is wrong with the order of a run. */
export const runOrderPhrases: readonly Phrase[] = [
  [
    'expected steps of 1 to {n} such as 7, 1-11 or 1,12-16',
    'очікувано кроки від 1 до {n}, наприклад 7, 1-11 або 1,12-16',
  ],
  [
    'expected tags with and, or, not and parentheses, such as @service and not @S07-02; {problem}',
    'очікувано теги з and, or, not і дужками, наприклад @service and not @S07-02; {problem}',
  ],
  ['Expected operand.', 'тут бракує тегу.'],
  ['Expected operator.', 'між тегами бракує and або or.'],
  ['Unmatched (.', 'дужку ( не закрито.'],
  ['Unmatched ).', 'дужку ) не відкрито.'],
  [
    'no reading is called "{name}"; did you mean {near}? All of them: dcm verify --readings list',
    'тлумачення «{name}» немає; можливо, {near}? Усі: dcm verify --readings list',
  ],
  [
    'nothing stands between two commas: write names such as U-26,U-45',
    'між комами порожньо: укажіть назви, наприклад U-26,U-45',
  ],
  [
    'no defect is called "{name}"; docs/prove.md lists all of them',
    'дефекту «{name}» немає; усі перелічено в docs/prove.md',
  ],
  ['no defect is called "{name}"; did you mean {near}?', 'дефекту «{name}» немає; можливо, {near}?'],
  [
    'only the reference bank can be given a defect: leave it out',
    'дефект може мати лише еталонний банк: не вказуйте його',
  ],
];

/** What of runs may not be found. */
export const runThings: readonly Phrase[] = [
  ['run {n}', 'прогін {n}'],
  ['target {name}', 'ціль перевірки {name}'],
];
