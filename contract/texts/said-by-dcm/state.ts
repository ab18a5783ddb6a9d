import type { Phrase } from './template.js';

/** Why the state cannot be saved in its file, and what to do. */
export const statePhrases: readonly Phrase[] = [
  ['the disk takes longer than a second', 'запис на диск триває понад секунду'],
  ['see the messages of the mock', 'див. повідомлення імітатора'],
  ['cannot be read or written ({problem})', 'файл не читається або не записується ({problem})'],
  [
    'Check that its folder exists and is writable, and that the disk has free space.',
    'Перевірте, чи існує тека, чи доступна вона для запису та чи є місце на диску.',
  ],
  [
    'the file was deleted, shortened or replaced while in use',
    'файл видалено, скорочено або замінено під час роботи',
  ],
  [
    'Put it back, or stop this process. Once the folder exists again, the whole state is written anew.',
    'Поверніть його або зупиніть цей процес. Щойно тека знову з’явиться, весь стан буде записано заново.',
  ],
  ['the state file is in use by {owner}', 'файл стану вже використовується: {owner}'],
  ['Stop that process, or use another file.', 'Зупиніть той процес або візьміть інший файл.'],
  [
    'the file is mounted separately and cannot be replaced',
    'файл змонтовано окремо, тому його неможливо замінити',
  ],
  [
    'Mount its folder instead, and give --state the path of a file in that folder.',
    'Змонтуйте натомість його теку та вкажіть у --state шлях до файлу в цій теці.',
  ],
  ['the file has no "format": "{format}"', 'у файлі немає "format": "{format}"'],
  [
    'The file was not changed; give the path of a new file or of a state file.',
    'Файл не змінено; укажіть шлях до нового файлу або до файлу стану.',
  ],
  [
    'the file has version {n}, this program reads version {m}',
    'файл має версію {n}, а програма читає версію {m}',
  ],
  ['the file has the unknown collection "{name}"', 'у файлі є невідома колекція "{name}"'],
  [
    'Use the version of this program that wrote it, or another file.',
    'Візьміть версію програми, яка його записала, або інший файл.',
  ],
  ['the command flock, which locks it, is missing', 'немає команди flock, яка його блокує'],
  [
    'Install it (package util-linux), or run without a state file.',
    'Установіть її (пакет util-linux) або працюйте без файлу стану.',
  ],
  ['members are missing', 'бракує полів'],
  ['collection {name} is not a list', 'колекція {name} не є переліком'],
  ['not JSON ({reason})', 'це не JSON ({reason})'],
  ['the file is missing, but its change log is there', 'файлу немає, але журнал його змін є'],
  ['the last line is cut off', 'останній рядок обірвано'],
  ['line {line}: {problem}', 'рядок {line}: {problem}'],
  ['not a line of a change log', 'це не рядок журналу змін'],
  ['transaction {n} is missing', 'бракує транзакції {n}'],
  [
    'The file was not changed; restore it with its logs from a backup, or move all of them away to start over.',
    'Файл не змінено; відновіть його разом із журналами з резервної копії або приберіть їх усі, щоб почати заново.',
  ],
];
