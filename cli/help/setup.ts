import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm prove`. */
export const proveHelp = bilingual(
  {
    says: 'show that the suite catches what it claims: the plan with banks that make one mistake each',
    defect: 'one of them instead of all',
    report: 'where the matrix goes',
    whole: 'walk through the whole plan with every bank, instead of looking after the record',
    write: 'the same, and keep the matrix in this file and docs/prove.json',
    check: 'fail unless this file has the matrix as it is now',
  },
  {
    says: 'довести, що перевірки виявляють заявлене: план із банками, кожен з яких робить одну помилку',
    defect: 'лише один із них замість усіх',
    report: 'куди записувати матрицю',
    whole: 'пройти весь план із кожним банком, а не лише звірити із записаними результатами',
    write: 'те саме, а матрицю зберегти в цьому файлі та в docs/prove.json',
    check: 'завершитися помилкою, якщо матриця в цьому файлі не така, як тепер',
  },
);

/** Help of `dcm doctor`. */
export const doctorHelp = bilingual(
  {
    says: 'look at the setup of bank.yaml: URLs, names, certificates, clocks, test data, driver',
    config: 'the bank, as bank.yaml describes it',
    mockUrl: 'with a mock that runs already, with the same keys',
    controlToken: 'token of its control API, with --mock-url',
    controlTokenFile: 'the same from a file; or by DCM_CONTROL_TOKEN',
    lang: 'en or uk; DCM_LANG when left out',
    ends: 'Ends with 2 when something makes a run meaningless; what is marked ! is advice.',
  },
  {
    says: 'перевірити налаштування з bank.yaml: адреси, імена, сертифікати, годинники, тестові дані, драйвер',
    config: 'банк за описом у bank.yaml',
    mockUrl: 'з уже запущеним імітатором, який має ті самі ключі',
    controlToken: 'токен його API керування, разом із --mock-url',
    controlTokenFile: 'те саме з файлу; або через DCM_CONTROL_TOKEN',
    lang: 'en або uk; якщо не вказано, за DCM_LANG',
    ends: 'Код завершення 2, якщо через щось прогін не має сенсу; знаком ! позначено поради.',
  },
);

/** Help of `dcm onboarding`. */
export const onboardingHelp = bilingual(
  {
    says: 'print what the bank has to configure on its side',
    config: 'the bank, as bank.yaml describes it',
    json: 'as JSON',
  },
  {
    says: 'вивести все, що банк має налаштувати у себе',
    config: 'банк за описом у bank.yaml',
    json: 'у форматі JSON',
  },
);
