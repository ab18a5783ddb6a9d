import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** One word for one thing, and the field's own, wherever people read Ukrainian. */

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['console', 'contract', 'reports', 'cli', 'steps'];

/** A word that is not to be used, and the one for it. */
const words: readonly (readonly [RegExp, string])[] = [
  [/настінн/i, 'системний час'],
  [/керівн\S* (?:токен|API)/i, 'токен керування, API керування'],
  [/гач(?:ок|к)/i, 'хук'],
  [/(?<!між)мережев\S* екран/i, 'міжмережевий екран'],
  [/рядок curl/i, 'команда curl'],
  [/щойно (?:він|щось) ста/i, 'у реальному часі'],
  [/наживо/i, 'у реальному часі'],
  [/прочитання/i, 'тлумачення'],
  [/офіцер/i, 'працівник банку'],
  [/відкрит\S* ключ(?!і\S* запит)/i, 'публічний ключ'],
  [/раджен/i, 'рекомендований'],
  [/вердикт/i, 'висновок'],
  [/[а-яіїєґ(] ?external id\b/i, 'зовнішній ідентифікатор'],
  [/хибн\S* парол/i, 'неправильний пароль'],
  [/(?<![а-яіїєґ])машин/i, 'комп’ютер, сервер'],
  [/резервн\S* баланс|зміну балансу/i, 'залишок'],
  [/status: 'Стан'/, 'статус; стан має імітатор'],
  [/(?<!призначення )плат(?:іж|еж)/i, 'переказ'],
  [/сповіщен/i, 'зворотний виклик'],
  [/відмі(?:тити|чено)/i, 'позначити'],
  [/відповідальн\S* банку/i, 'працівник банку'],
  [/'(?:Світлі|Темні|Системні)'/, 'світла, темна, системна тема'],
  [/'(?:ідентифікації|процесингу|клієнта|розподілу|емітента)'/, 'сутність ідентифікації'],
];

const files = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|testing|cases)\.tsx?$/.test(name))
    .map((name) => join(folder, name)),
);

describe('the Ukrainian of pages, reports and tasks', () => {
  it('has one word for one thing', async () => {
    const found: string[] = [];
    for (const file of files) {
      const lines = (await readFile(join(root, file), 'utf8')).split('\n');
      for (const line of lines.filter((line) => /[а-яіїєґ]/i.test(line)))
        for (const [word, better] of words)
          if (word.test(line)) found.push(`${file}: ${line.trim()} -> ${better}`);
    }
    expect(files.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });

  it.each(words)('%s would be found', (word) => {
    const samples = [
      ...['Настінний годинник', 'Керівний токен', 'тестового гачка', 'мережевий екран', 'рядок curl'],
      ...['щойно він стається', 'Наживо', 'прочитання', 'офіцер', 'відкритий ключ', 'радженими', 'вердикт'],
      ...[
        "'Світлі'",
        "'процесингу'",
        'її external id',
        'хибний пароль',
        'з іншої машини',
        'резервний баланс',
      ],
      ...["status: 'Стан'", 'Платіж', 'сповіщення', 'відмітити', 'відповідальний банку'],
    ];
    expect(samples.filter((sample) => word.test(sample))).not.toEqual([]);
  });
});
