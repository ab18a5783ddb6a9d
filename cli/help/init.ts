import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm init`. */
export const initHelp = bilingual(
  {
    says: 'write a bank.yaml to start from, here or in another folder, with a CI job and, if asked, a driver hook; overwrites nothing',
    yes: 'ask nothing and take the defaults',
    add: 'write only what is missing beside an existing bank.yaml',
    alias: 'alias of the bank (default: bank1)',
    name: 'name of the bank (default: Bank One)',
    authUrl: 'base URL of /user_auth, /key and /external_id (default: http://127.0.0.1:8080)',
    callbackUrl: 'base URL of /api/dcm/notify/*, or none (default: that of --auth-url)',
    schemes: 'authorization schemes: dcm, bank, or dcm,bank (default: dcm)',
    actsUrl: 'URL of the driver hook (default: http://127.0.0.1:8080/dcm-acts)',
    hook: 'write a driver hook: node, python, java or go (default: none)',
    ci: 'CI job: github, gitlab or none (default: github)',
  },
  {
    says: 'створити в цій або іншій теці початковий bank.yaml, завдання CI і, за потреби, хук драйвера; наявних файлів не змінює',
    yes: 'нічого не запитувати, узяти типові значення',
    add: 'записати лише те, чого бракує поруч із наявним bank.yaml',
    alias: 'псевдонім банку (типово: bank1)',
    name: 'назва банку (типово: Bank One)',
    authUrl: 'базовий URL для /user_auth, /key і /external_id (типово: http://127.0.0.1:8080)',
    callbackUrl: 'базовий URL для /api/dcm/notify/* або none (типово: як у --auth-url)',
    schemes: 'схеми авторизації: dcm, bank або dcm,bank (типово: dcm)',
    actsUrl: 'URL хука драйвера (типово: http://127.0.0.1:8080/dcm-acts)',
    hook: 'створити хук драйвера: node, python, java або go (типово: none)',
    ci: 'завдання CI: github, gitlab або none (типово: github)',
  },
);
