import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm mock`. */
export const mockHelp = bilingual(
  {
    says: 'run the processing center',
    port: 'port; 0 takes a free one',
    host: 'address to listen on',
    publicUrl: 'URL under which it is reached, e.g. behind a proxy; every URL that it gives begins so',
    state: 'keep the state in this file',
    keys: "DCM's keys, from dcm keys",
    seed: 'makes ids repeatable',
    profile: 'options as JSON; see docs/options.md',
    controlToken: 'token of the control API; needed beyond loopback',
    controlTokenFile: 'the same from a file; or by DCM_CONTROL_TOKEN: arguments are visible',
    journalMb: 'megabytes of memory that the journal may take; 64 without it',
    reports: 'folder of the report that the console shows',
    json: 'print one JSON line instead of the banner',
    serves: `It serves, beside the API of DCM:
  /console        the officers' console: the plan as a board, the journal as it happens, the clock
  /docs           every operation with its source
  /openapi.json   the API as an OpenAPI document; the control API's is /control/v1/openapi.json
  /fidelity       what is documented, and what is assumed
  /horizon        the ledger as Stellar's Horizon shows it`,
  },
  {
    says: 'запустити процесинговий центр',
    port: 'порт; 0 означає будь-який вільний',
    host: 'адреса, на якій слухати',
    publicUrl: 'URL, за яким він доступний, наприклад через проксі; з нього починаються всі URL, які він дає',
    state: 'зберігати стан у цьому файлі',
    keys: 'ключі DCM, створені командою dcm keys',
    seed: 'робить ідентифікатори відтворюваними',
    profile: 'параметри у форматі JSON; див. docs/options.md',
    controlToken: 'токен API керування; потрібен, щоб звертатися до нього з інших комп’ютерів',
    controlTokenFile: 'те саме з файлу; або через DCM_CONTROL_TOKEN, бо аргументи команди видно іншим',
    journalMb: 'скільки мегабайтів пам’яті може займати журнал; якщо не вказано, 64',
    reports: 'тека зі звітом, який показує консоль',
    json: 'вивести один рядок JSON замість опису для людини',
    serves: `Крім API DCM, надає:
  /console        консоль працівників DCM: план на дошці, журнал у реальному часі, годинник
  /docs           усі операції з їхніми джерелами (англійською)
  /openapi.json   API як документ OpenAPI; для API керування це /control/v1/openapi.json
  /fidelity       що задокументовано, а що є припущенням (англійською)
  /horizon        реєстр у тому вигляді, в якому його показує Horizon мережі Stellar`,
  },
);
