/** Commander's own errors by their English wording; package.json pins its version. */
const errors: readonly (readonly [RegExp, string])[] = [
  [/^error: missing required argument '(.+)'/, 'помилка: бракує обов’язкового аргументу <$1>'],
  [/^error: option '(.+)' argument missing/, 'помилка: параметр «$1» потребує значення'],
  [/^error: required option '(.+)' not specified/, 'помилка: не вказано обов’язкового параметра «$1»'],
  [/^error: unknown option '(.+)'/, 'помилка: невідомий параметр «$1»'],
  [/^error: unknown command '(.+)'/, 'помилка: невідома команда «$1»'],
  [
    /^error: too many arguments(?: for '.+')?\. Expected (\d+) arguments? but got (\d+)\./,
    'помилка: забагато аргументів. Очікувано: $1, надано: $2.',
  ],
  [/\(Did you mean one of (.+)\?\)/, '(Можливо, одне з цих: $1?)'],
  [/\(Did you mean (.+)\?\)/, '(Можливо, $1?)'],
];

/** Translates known errors; leaves others as they are. */
export const errorInUkrainian = (error: string, valuesIn: (text: string) => string): string =>
  valuesIn(errors.reduce((text, [from, to]) => text.replace(from, to), error));
