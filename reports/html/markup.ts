import { visible } from '../text.js';

/** Markup that is safe to stand in a page as it is. Only `html` and `joined` make it. */
export interface Markup {
  readonly markup: string;
}

type Part = Markup | string | number | readonly Markup[];

/** A template whose texts are escaped unless they are markup themselves: forgetting to escape is not possible. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const text = strings.reduce((before, string, index) => `${before}${render(parts[index - 1])}${string}`);
  return { markup: text };
}

export const nothing: Markup = { markup: '' };

export function joined(parts: readonly Markup[], separator = ''): Markup {
  return { markup: parts.map((part) => part.markup).join(separator) };
}

function render(part: Part | undefined): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : joined(part).markup;
}

/** Fit for text and for attribute values in double quotes. */
function escaped(text: string): string {
  return visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
