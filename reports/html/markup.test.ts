import { expect, it } from 'vitest';
import { html } from './markup.js';

it('escapes what is not markup', () => {
  expect(html`<p title="${`"'<&>`}">${[html`<b>1</b>`, html`${'<'}`]}${2}</p>`.markup).toBe(
    '<p title="&quot;&#39;&lt;&amp;&gt;"><b>1</b>&lt;2</p>',
  );
});
