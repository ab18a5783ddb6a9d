/** Languages of console and reports. `result.json`, JUnit and the verdict line stay English because programs read them. */
export const languages = ['en', 'uk'] as const;
export type Language = (typeof languages)[number];

/** The same texts in both languages; a missing text does not compile. */
export type Bilingual<Texts> = Readonly<Record<Language, Texts>>;

export const bilingual = <Texts extends object>(en: Texts, uk: NoInfer<Texts>): Bilingual<Texts> => ({
  en,
  uk,
});
