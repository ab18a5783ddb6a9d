/** Languages of console and reports. `result.json`, JUnit and the verdict's line stay English: programs read them. */
export const languages = ['en', 'uk'] as const;
export type Language = (typeof languages)[number];
