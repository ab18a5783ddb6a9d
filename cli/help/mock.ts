import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm mock`. */
export const mockHelp = bilingual(
  {
    says: 'run the processing center',
    port: 'port; 0 picks a free one',
    host: 'address to listen on',
    publicUrl:
      'URL at which clients reach it, e.g. through a proxy; every URL that it gives out starts with it',
    state: 'file in which to keep the state, or postgres://USER:PASSWORD@HOST/DATABASE',
    workers: 'how many processes share the port; more than one need a database (default: 1)',
    peerUrl: 'URL at which other processes with the same database reach this one (default: where it listens)',
    keys: "file with DCM's keys, created by dcm keys",
    seed: 'seed that makes ids repeatable',
    profile: 'file with options as JSON; see docs/options.md',
    controlToken: 'token of the control API; required for access from other hosts',
    controlTokenFile:
      'file with this token; or set DCM_CONTROL_TOKEN (other users can see command-line arguments)',
    journalMb: 'megabytes of memory that the journal may use (default: 64)',
    sandboxes: 'how many sandboxes there may be at /s/NAME (default: 100; 0: none)',
    sandboxRows: 'rows that the state of each sandbox may have (default: 100000)',
    sandboxRate: 'requests to DCM that each sandbox serves in a second (default: 2000)',
    sandboxJournalMb: 'megabytes of memory that the journal of each sandbox may use (default: 16)',
    reports: 'folder with the report that the console shows',
    verify:
      'configuration of a bank (bank.yaml) that can be verified from the console; for each bank separately. Its keys are used if --keys is omitted',
    log: 'print each exchange as it comes, as dcm logs --follow does',
    json: 'print one line of JSON instead of the banner',
    serves: `Besides the API of DCM, it serves:
  /console        the officers' console: the plan as a board, the live journal, the clock
  /docs           every operation with its source
  /openapi.json   the API as an OpenAPI document; also /bank/openapi.json (what a bank serves),
                  /driver/openapi.json (the driver hook) and /control/v1/openapi.json
  /fidelity       what is documented, and what is assumed
  /horizon        the ledger as Stellar's Horizon shows it`,
  },
  {
    says: 'запустити процесинговий центр',
    port: 'порт; 0 означає будь-який вільний',
    host: 'адреса, на якій слухати',
    publicUrl:
      'URL, за яким він доступний клієнтам, наприклад через проксі; з нього починаються всі URL, які він видає',
    state: 'файл, у якому зберігати стан, або postgres://USER:PASSWORD@HOST/DATABASE',
    workers: 'скільки процесів мають спільний порт; якщо більше одного, потрібна база даних (типово: 1)',
    peerUrl:
      'URL, за яким цей процес доступний іншим процесам із тією самою базою даних (типово: де він слухає)',
    keys: 'файл із ключами DCM, створений командою dcm keys',
    seed: 'початкове значення, яке робить guid відтворюваними',
    profile: 'файл із параметрами у форматі JSON; див. docs/options.md',
    controlToken: 'токен API керування; потрібен для доступу з інших комп’ютерів',
    controlTokenFile:
      'файл із цим токеном; або задайте DCM_CONTROL_TOKEN (аргументи команди видно іншим користувачам)',
    journalMb: 'скільки мегабайтів пам’яті може займати журнал (типово: 64)',
    sandboxes: 'скільки пісочниць може бути за адресами /s/NAME (типово: 100; 0 — жодної)',
    sandboxRows: 'скільки записів може мати стан кожної пісочниці (типово: 100000)',
    sandboxRate: 'скільки запитів до DCM за секунду обслуговує кожна пісочниця (типово: 2000)',
    sandboxJournalMb: 'скільки мегабайтів пам’яті може займати журнал кожної пісочниці (типово: 16)',
    reports: 'тека зі звітом, який показує консоль',
    verify:
      'файл налаштувань банку (bank.yaml), який можна перевіряти з консолі; для кожного банку окремо. Якщо --keys не вказано, використовуються його ключі',
    log: 'виводити кожен обмін одразу, як dcm logs --follow',
    json: 'вивести один рядок JSON замість опису',
    serves: `Крім API DCM, надає:
  /console        консоль працівників DCM: план на дошці, журнал у реальному часі, годинник
  /docs           усі операції з їхніми джерелами (англійською)
  /openapi.json   API як документ OpenAPI; також /bank/openapi.json (що надає банк),
                  /driver/openapi.json (точка входу для дій банку) і /control/v1/openapi.json
  /fidelity       що задокументовано, а що є припущенням (англійською)
  /horizon        реєстр у тому вигляді, в якому його показує Horizon мережі Stellar`,
  },
);
