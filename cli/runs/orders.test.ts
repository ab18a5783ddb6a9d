import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RunOrder } from '../../contract/control/runs.js';
import { inUkrainian } from '../../contract/texts/said-by-dcm/index.js';
import { parseSteps } from '../../steps/run/selection.js';
import { choices, wrongIn } from './orders.js';

const nothing: RunOrder = {
  ...{ target: 'reference', steps: '', tags: '', readings: '', defect: '', seed: '' },
  ...{ quick: false, reset: false, language: 'en' },
};
const wrong = (order: Partial<RunOrder>, ofReference = true) =>
  wrongIn({ ...nothing, ...order }, ofReference);

it('takes what dcm verify takes', () => {
  const good: Partial<RunOrder>[] = [
    {},
    { steps: '1-11, 16', tags: '@service and not (@S07-02 or @hard)' },
    { readings: 'all', defect: 'refuses-everything' },
    { readings: 'U-26 object,U-10' },
    ...choices.readings.map((readings) => ({ readings })),
    ...choices.defects.map(({ name }) => ({ defect: name })),
  ];
  expect(good.map((order) => wrong(order)).filter(Boolean)).toEqual([]);
});

it.each([
  [{ steps: '17' }, 'steps', 'expected steps of 1 to 16', 'очікувано кроки від 1 до 16'],
  [{ steps: ' ' }, 'steps', 'expected steps of 1 to 16', 'очікувано кроки від 1 до 16'],
  [{ tags: '@service and' }, 'tags', 'Expected operand.', 'тут бракує тегу.'],
  [{ tags: '@service @hard' }, 'tags', 'Expected operator.', 'між тегами бракує and або or.'],
  [{ tags: '(@service' }, 'tags', 'Unmatched (.', 'дужку ( не закрито.'],
  [{ tags: '@a) or (@b' }, 'tags', 'Unmatched ).', 'дужку ) не відкрито.'],
  [{ tags: ' ' }, 'tags', 'Expected operand.', 'тут бракує тегу.'],
  [
    { readings: 'U-26,U-45 asink' },
    'readings',
    '"U-45 asink"; did you mean U-45 async?',
    'можливо, U-45 async?',
  ],
  [{ readings: 'U-26,' }, 'readings', 'nothing stands between two commas', 'між комами порожньо'],
  [{ readings: 'list' }, 'readings', 'no reading is called "list"', 'тлумачення «list» немає'],
  [
    { defect: 'refuse-all' },
    'defect',
    'no defect is called "refuse-all"; docs/prove.md',
    'усі перелічено в docs/prove.md',
  ],
  [
    { defect: 'refuses-everythin' },
    'defect',
    'did you mean refuses-everything?',
    'можливо, refuses-everything?',
  ],
  [{ defect: 'toString' }, 'defect', 'no defect is called "toString"', 'дефекту «toString» немає'],
] as const)('%j is refused at %s, in both languages', (order, member, en, uk) => {
  const found = wrong(order);
  expect(found).toMatchObject({ member, problem: expect.stringContaining(en) });
  expect(inUkrainian(`${member}: ${found?.problem}`)).toContain(uk);
  expect(inUkrainian(found?.problem ?? '')).toContain(uk);
});

it('a bank of a configuration has no defect', () => {
  const found = wrong({ target: 'bank1', defect: 'refuses-everything' }, false);
  expect(found?.problem).toContain('only the reference bank');
  expect(inUkrainian(`defect: ${found?.problem}`)).toContain('лише еталонний банк');
});

it('steps are refused exactly if the program refuses them', () => {
  const refused = (steps: string) => {
    try {
      return parseSteps(steps).length === 0;
    } catch {
      return true;
    }
  };
  const written = fc.stringMatching(/^[\d, x-]{1,8}$/);
  fc.assert(fc.property(written, (steps) => (wrong({ steps }) !== undefined) === refused(steps)));
});
