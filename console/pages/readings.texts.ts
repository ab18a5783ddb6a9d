import { bilingual } from '../../contract/texts/language.js';
import { readingsTitle } from './titles.texts.js';

/** Texts of the page about readings. */
export const readingsTexts = bilingual(
  {
    ...readingsTitle.en,
    says: 'Where the available documentation is silent or contradicts itself, more than one reading is plausible. Here you see which one the mock follows, and set another. dcm verify --readings tries all of them with your bank.',
    questions: 'Open questions',
    inForce: 'in force',
    byDefault: 'default',
    evidence: 'source',
    set: 'Use',
    useReading: (id: string) => `Use the reading ${id}`,
    done: 'Reading set',
    live: 'For the bank',
    outcomes: {
      independent: 'latest run: independent',
      depends: 'latest run: depends',
      'not-tried': 'latest run: not tried',
    },
    assumed: 'assumed',
  },
  {
    ...readingsTitle.uk,
    says: 'Там, де доступна документація мовчить або суперечить собі, можливі різні тлумачення. Тут видно, якого дотримується імітатор, і можна вибрати інше. dcm verify --readings випробовує з вашим банком усі.',
    questions: 'Відкриті питання',
    inForce: 'діє',
    byDefault: 'типове',
    evidence: 'джерело',
    set: 'Вибрати',
    useReading: (id) => `Вибрати тлумачення ${id}`,
    done: 'Тлумачення вибрано',
    live: 'Для банку',
    outcomes: {
      independent: 'останній прогін: не залежить',
      depends: 'останній прогін: залежить',
      'not-tried': 'останній прогін: не випробувано',
    },
    assumed: 'припущення',
  },
);
