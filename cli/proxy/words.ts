import { bilingual } from '../../contract/texts/language.js';

/** What `dcm proxy` says while it runs. */
export const proxyWords = bilingual(
  {
    between: 'Between the bank and the stage; every exchange is recorded.',
    forward: (url: string, upstream: string) => `  bank → DCM   ${url}   passes on to ${upstream}`,
    reverse: (url: string, bank: string) => `  DCM → bank   ${url}   passes on to ${bank}`,
    record: (file: string) => `  recording    ${file}`,
    console: (url: string) => `  console      ${url}`,
    insecure: (side: string) =>
      `  note         ${side}.tls.insecure: certificates of this side are not checked`,
    stop: 'Press Ctrl+C to stop.',
    failed: (cause: string) =>
      `The recording cannot be written: ${cause}. Requests are still passed on, but not recorded. Make room; it continues by itself.`,
    notRecorded: (error: string) =>
      `An exchange was passed on, but could not be recorded. This is a fault of dcm proxy: please report it. ${error}`,
    mended: (lost: number) => `The recording continues; ${lost} exchanges are missing in it.`,
    ended: (count: number, file: string) => `${count} exchanges in ${file}`,
    exported: (count: number, file: string) => `${count} exchanges in ${file}`,
    requests: (count: number, file: string) => `${count} requests of the bank in ${file}`,
    missing: (count: number) => `${count} exchanges are missing in the recording: its disk was full.`,
  },
  {
    between: 'Проксі між банком і стендом; кожен обмін записується.',
    forward: (url, upstream) => `  банк → DCM   ${url}   передає до ${upstream}`,
    reverse: (url, bank) => `  DCM → банк   ${url}   передає до ${bank}`,
    record: (file) => `  запис        ${file}`,
    console: (url) => `  консоль      ${url}`,
    insecure: (side) => `  увага        ${side}.tls.insecure: сертифікати цієї сторони не перевіряються`,
    stop: 'Щоб зупинити, натисніть Ctrl+C.',
    failed: (cause) =>
      `Не вдається записати: ${cause}. Запити й далі передаються, але не записуються. Звільніть місце; запис продовжиться сам.`,
    notRecorded: (error) =>
      `Обмін передано, але записати його не вдалося. Це несправність dcm proxy: повідомте про неї. ${error}`,
    mended: (lost) => `Запис продовжено; у ньому бракує обмінів: ${lost}.`,
    ended: (count, file) => `Обмінів: ${count}, файл ${file}`,
    exported: (count, file) => `Обмінів: ${count}, файл ${file}`,
    requests: (count, file) => `Запитів банку: ${count}, файл ${file}`,
    missing: (count) => `У записі бракує обмінів: ${count}; на його диску не було місця.`,
  },
);
