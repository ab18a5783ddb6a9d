import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm mock`. */
export const mockHelp = bilingual(
  {
    says: 'run the processing center',
    port: 'port; 0 picks a free one',
    host: 'address to listen on',
    publicUrl:
      'URL at which clients reach it, e.g. through a proxy; every URL that it gives out starts with it',
    trustProxy:
      'proxies whose X-Forwarded-* say at which URL clients reach it: none, loopback, or addresses and networks such as 10.0.0.0/8, separated by commas (default: loopback)',
    maxConnections: 'connections that it accepts at the same time (default: 10000)',
    state:
      'file in which to keep the state, or postgres://USER:PASSWORD@HOST/DATABASE with special characters percent-encoded',
    workers:
      'how many processes share the port, each started again if it ends; more than one need a database (default: 1)',
    peerUrl: 'URL at which other processes with the same database reach this one (default: where it listens)',
    keys: "file with DCM's keys, created by dcm keys",
    seed: 'seed that makes ids repeatable',
    profile: 'file with options as JSON; see docs/options.md',
    controlToken: 'token of the control API; required for access from other hosts',
    controlTokenFile:
      'file with this token; or set DCM_CONTROL_TOKEN (other users can see command-line arguments)',
    viewerTokenFile:
      'file with a token that reads through the control API and changes nothing; or set DCM_VIEWER_TOKEN',
    metricsTokenFile: 'file with a token that opens /metrics and nothing else; or set DCM_METRICS_TOKEN',
    journalMb: 'megabytes of memory that the journal may use (default: 64)',
    sandboxes: 'how many sandboxes there may be at /s/NAME (default: 100; 0: none)',
    sandboxRows: 'rows that the state of each sandbox may have (default: 100000)',
    sandboxRate: 'requests to DCM that each sandbox serves in a second (default: 2000)',
    sandboxJournalMb: 'megabytes of memory that the journal of each sandbox may use (default: 16)',
    drainS: 'seconds for which it still serves after SIGTERM, while /health/ready says 503 (default: 0)',
    reports: 'folder with the report that the console shows',
    verify:
      'configuration of a bank (bank.yaml) that can be verified from the console; for each bank separately. Its keys are used if --keys is omitted',
    log: 'print each exchange as it comes, as dcm logs --follow does; json: lines of JSON for programs, also about start, stop, notes and faults',
    json: 'print one line of JSON instead of the banner',
    serves: `Besides the API of DCM, it serves:
  /console        the officers' console: the plan as a board, the live journal, the clock
  /docs           every operation with its source
  /openapi.json   the API as an OpenAPI document; also /bank/openapi.json (what a bank serves),
                  /driver/openapi.json (the driver hook) and /control/v1/openapi.json
  /fidelity       what is documented, and what is assumed
  /health/ready   whether it can be sent requests; also /health/live
  /metrics        counts and times for Prometheus
  /horizon        the ledger as Stellar's Horizon shows it`,
  },
  {
    says: 'запустити процесинговий центр',
    port: 'порт; 0 означає будь-який вільний',
    host: 'адреса, на якій слухати',
    publicUrl:
      'URL, за яким він доступний клієнтам, наприклад через проксі; з нього починаються всі URL, які він видає',
    trustProxy:
      'проксі, заголовкам X-Forwarded-* яких можна вірити щодо URL: none, loopback або адреси й мережі, наприклад 10.0.0.0/8, через кому (типово: loopback)',
    maxConnections: 'скільки з’єднань приймати одночасно (типово: 10000)',
    state:
      'файл, у якому зберігати стан, або postgres://USER:PASSWORD@HOST/DATABASE (особливі символи у відсотковому кодуванні)',
    workers:
      'скільки процесів мають спільний порт; кожен, що завершився, запускається знову; якщо більше одного, потрібна база даних (типово: 1)',
    peerUrl:
      'URL, за яким цей процес доступний іншим процесам із тією самою базою даних (типово: де він слухає)',
    keys: 'файл із ключами DCM, створений командою dcm keys',
    seed: 'початкове значення, яке робить guid відтворюваними',
    profile: 'файл із параметрами у форматі JSON; див. docs/options.md',
    controlToken: 'токен API керування; потрібен для доступу з інших комп’ютерів',
    controlTokenFile:
      'файл із цим токеном; або задайте DCM_CONTROL_TOKEN (аргументи команди видно іншим користувачам)',
    viewerTokenFile:
      'файл із токеном, з яким через API керування можна лише переглядати; або задайте DCM_VIEWER_TOKEN',
    metricsTokenFile: 'файл із токеном, який відкриває лише /metrics; або задайте DCM_METRICS_TOKEN',
    journalMb: 'скільки мегабайтів пам’яті може займати журнал (типово: 64)',
    sandboxes: 'скільки пісочниць може бути за адресами /s/NAME (типово: 100; 0 — жодної)',
    sandboxRows: 'скільки записів може мати стан кожної пісочниці (типово: 100000)',
    sandboxRate: 'скільки запитів до DCM за секунду обслуговує кожна пісочниця (типово: 2000)',
    sandboxJournalMb: 'скільки мегабайтів пам’яті може займати журнал кожної пісочниці (типово: 16)',
    drainS:
      'скільки секунд ще обслуговувати запити після SIGTERM; /health/ready тим часом відповідає 503 (типово: 0)',
    reports: 'тека зі звітом, який показує консоль',
    verify:
      'файл налаштувань банку (bank.yaml), який можна перевіряти з консолі; для кожного банку окремо. Якщо --keys не вказано, використовуються його ключі',
    log: 'виводити кожен обмін одразу, як dcm logs --follow; json: рядки JSON для програм, також про запуск, зупинку, зауваження та збої',
    json: 'вивести один рядок JSON замість опису',
    serves: `Крім API DCM, надає:
  /console        консоль працівників DCM: план на дошці, журнал у реальному часі, годинник
  /docs           усі операції з їхніми джерелами (англійською)
  /openapi.json   API як документ OpenAPI; також /bank/openapi.json (що надає банк),
                  /driver/openapi.json (точка входу для дій банку) і /control/v1/openapi.json
  /fidelity       що задокументовано, а що є припущенням (англійською)
  /health/ready   чи можна надсилати запити; також /health/live
  /metrics        лічильники й тривалість для Prometheus
  /horizon        реєстр у тому вигляді, в якому його показує Horizon мережі Stellar`,
  },
);
