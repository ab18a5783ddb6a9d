import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm prove`. */
export const proveHelp = bilingual(
  {
    says: 'prove that the checks catch what they claim: walk the plan with banks that make one mistake each',
    defect: 'only the bank with this defect',
    report: 'folder for the matrix',
    whole: 'walk the whole plan with every bank, instead of only checking the recorded results',
    write: 'do the same, and write the matrix to this file and docs/prove.json',
    check: 'fail unless this file has the current matrix',
  },
  {
    says: 'довести, що перевірки виявляють заявлене: пройти план із банками, кожен з яких робить одну помилку',
    defect: 'лише банк із цією помилкою',
    report: 'тека для матриці',
    whole: 'пройти весь план із кожним банком, а не лише звірити записані результати',
    write: 'зробити те саме й записати матрицю в цей файл та в docs/prove.json',
    check: 'завершитися помилкою, якщо матриця в цьому файлі застаріла',
  },
);
