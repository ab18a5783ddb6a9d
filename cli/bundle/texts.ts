import type { Result } from '../../contract/result.js';
import { bilingual } from '../../contract/texts/language.js';

type Run = Pick<Result, 'target' | 'verdict' | 'started_at'>;

/** What the archive of a run says of itself. */
export const bundleTexts = bilingual(
  {
    made: (count: number, file: string) =>
      `${count} files in ${file}; secrets are redacted, but read it before you send it`,
    readme: (
      { target, verdict, started_at }: Run,
      hasConfig: boolean,
    ) => `A run of dcm verify: ${target}, ${verdict}, ${started_at}

README.txt       this page
report.html      the report for people
result.json      the result for programs
junit.xml        the result for CI
summary.md       the result for a comment
exchanges.har    what the bank and the mock sent each other, by scenario; browsers' developer tools import it
messages.ndjson  cucumber's messages
statement.jws    the signed statement, if the run had a key for it
${hasConfig ? 'bank.yaml        the configuration of the bank' : '(no bank.yaml: it was not named with --config)'}
versions.json    seed and versions
SHA256SUMS       checksums; check them with: sha256sum -c SHA256SUMS

Secrets, tokens and passwords were redacted when they were recorded: [redacted] stands in their place. Logins,
names, amounts and guids of the bank are in these files. Read them before you send them to anybody.
`,
  },
  {
    made: (count, file) =>
      `файлів: ${count}, архів: ${file}; секрети приховано, та перегляньте архів, перш ніж надсилати`,
    readme: (
      { target, verdict, started_at },
      hasConfig,
    ) => `Прогін dcm verify: ${target}, ${verdict}, ${started_at}

README.txt       ця сторінка
report.html      звіт для людей
result.json      результат для програм
junit.xml        результат для CI
summary.md       результат для коментаря
exchanges.har    обміни банку з імітатором за сценаріями; їх відкривають інструменти розробника в браузері
messages.ndjson  повідомлення cucumber
statement.jws    підписаний висновок, якщо для прогону вказано ключ
${hasConfig ? 'bank.yaml        конфігурація банку' : '(bank.yaml немає: його не вказано в --config)'}
versions.json    початкове значення й версії
SHA256SUMS       контрольні суми; перевірка: sha256sum -c SHA256SUMS

Секрети, токени й паролі приховано ще під час запису: замість них стоїть [redacted]. Логіни, імена, суми й guid
банку в цих файлах є. Перегляньте їх, перш ніж комусь надсилати.
`,
  },
);
