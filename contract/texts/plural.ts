const rules = new Intl.PluralRules('uk');

/** A number with its noun in Ukrainian: `1 сценарій`, `2 сценарії`, `5 сценаріїв`. */
export const ukrainianPlural = (count: number, one: string, few: string, many: string): string =>
  `${count} ${{ one: one, few, many, other: few, zero: many, two: few }[rules.select(count)]}`;
