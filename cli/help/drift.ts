import { bilingual } from '../../contract/texts/language.js';

/** Help of `dcm drift`. */
export const driftHelp = bilingual(
  {
    says: 'say what a stage of DCM did otherwise than documented or assumed',
    recordings: 'files that dcm proxy has recorded',
    docs: 'instead of a recording: address of the documentation, or a folder with its pages in Markdown; compares them with what the project knows',
    json: 'write what was found to this file as JSON',
    html: 'write it to this file as a page',
    against: 'profile that is assumed instead of the usual readings, such as a learned one',
    learn: 'write a profile to this file with which dcm mock behaves like the stage',
    force: 'overwrite the file of --learn',
    lang: 'language of output and page, en or uk (default: DCM_LANG)',
    ends: `Each open question of docs/fidelity.md is confirmed, contradicted or was not seen. What breaks clients comes first.

Exit codes: 0 nothing contradicts; 1 something does; 2 usage error, or a file cannot be read.`,
  },
  {
    says: 'показати, що стенд DCM зробив інакше, ніж задокументовано чи припущено',
    recordings: 'файли, які записала команда dcm proxy',
    docs: 'замість запису: адреса документації або тека з її сторінками у форматі Markdown; порівнює їх із тим, що відомо проєкту',
    json: 'записати знайдене в цей файл як JSON',
    html: 'записати його в цей файл як сторінку',
    against: 'профіль, який припускається замість звичайних тлумачень, наприклад вивчений',
    learn: 'записати в цей файл профіль, з яким dcm mock поводиться як стенд',
    force: 'перезаписати файл --learn',
    lang: 'мова виводу й сторінки, en або uk (типово: за DCM_LANG)',
    ends: `Кожне відкрите питання з docs/fidelity.md підтверджено, спростовано або не побачено. Спершу те, що ламає клієнтів.

Коди завершення: 0 суперечностей немає; 1 є суперечності; 2 помилка в команді, або файл не вдалося прочитати.`,
  },
);
