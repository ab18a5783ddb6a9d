import { createHash } from 'node:crypto';

/**
 * The one script of the page: it filters what is there and copies texts. Without it the page is whole, only longer. No
 * character that markup would have to escape stands in it.
 */
export const script = `
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  const find = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const fields = find('.filter [data-by]');
  const count = document.getElementById('shown');
  const items = find('[data-verdict]');
  const rows = items.filter((item) => item.matches('.scenario'));
  const groups = find('details.group');
  const opened = new Map(groups.map((group) => [group, group.open]));
  const has = (item, name, wanted) => (item.dataset[name] || '').split(' ').includes(wanted);
  const fits = (item, { by, value }) =>
    by === 'text'
      ? item.textContent.toLowerCase().includes(value.toLowerCase())
      : has(item, by, value);
  const filter = () => {
    const wanted = fields
      .map((field) => ({ by: field.dataset.by, value: field.value.trim() }))
      .filter(({ value }) => value !== '');
    for (const item of items) item.hidden = !wanted.every((one) => fits(item, one));
    for (const group of groups) {
      const some = find('.scenario', group).some((row) => !row.hidden);
      group.hidden = !some;
      group.open = wanted.length === 0 ? opened.get(group) : some;
    }
    for (const section of find('section')) {
      const own = find('[data-verdict]', section);
      section.hidden = own.length !== 0 ? own.every((item) => item.hidden) : false;
    }
    const left = rows.filter((row) => !row.hidden).length;
    count.textContent = count.dataset.pattern.replace('{n}', left).replace('{m}', rows.length);
  };
  for (const field of fields) field.addEventListener('input', filter);
  document.getElementById('clear').addEventListener('click', () => {
    for (const field of fields) field.value = '';
    filter();
  });
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
  };
  for (const button of find('button.copy')) {
    const label = button.textContent;
    button.addEventListener('click', async () => {
      await copy(button.parentElement.querySelector('pre').textContent);
      button.textContent = button.dataset.done;
    });
    for (const left of ['blur', 'mouseleave']) button.addEventListener(left, () => { button.textContent = label; });
  }
  const show = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    if (target.closest('[hidden]') !== null) document.getElementById('clear').click();
    for (let at = target; at !== null; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', show);
  if (location.hash !== '') show();
  filter();
})();
`;

/** What the policy of the page permits, and nothing else. */
export const scriptHash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
