import type { Context } from './context.js';
import type { Part } from './described.js';

/** GitBook's own tags, such as `{% swagger method="post" path="/x" %}`, in pages saved as its editor stores them. */

/** The text between tags, and the tags, in their order. */
export function splitTags(text: string): ({ readonly text: string } | { readonly tag: Tag })[] {
  return text.split(/(\{%[^%]*%\})/).map((piece) => {
    const inner = piece.startsWith('{%') && piece.endsWith('%}') ? piece.slice(2, -2).trim() : '';
    const name = /^[\w-]+/.exec(inner)?.[0];
    if (name === undefined) return { text: piece };
    const named = [...inner.matchAll(/(?<![\w-])([\w-]{1,60})=(?:"([^"]*)"|(\S+))/g)];
    return {
      tag: {
        name,
        of: Object.fromEntries(named.map(([, key = '', one, other]) => [key, one ?? other ?? ''])),
      },
    };
  });
}

export interface Tag {
  readonly name: string;
  readonly of: Readonly<Record<string, string>>;
}

const places: Readonly<Record<string, Part>> = { path: 'path', query: 'query', body: 'body' };

/** Takes up what a tag says; tags of other kinds say nothing about operations. */
export function readTag({ name, of }: Tag, context: Context): void {
  const { method, path, summary = '' } = of;
  if (/^(?:swagger|api-method|openapi|openapi-operation)$/.test(name) && method && path) {
    if (summary !== '') context.heading(summary);
    context.about(method.toUpperCase(), path);
  }
  if (/^(?:swagger|api-method)-parameter$/.test(name)) {
    const part = places[of.in ?? ''];
    if (part !== undefined && of.name)
      context.add([{ part, name: of.name, type: of.type ?? '', required: of.required === 'true' }]);
  }
  // Responses of an operation are often tabs: `{% tab title="409 Conflict" %}`.
  const answered = name === 'tab' ? of.title : (of.status ?? of.httpCode);
  if (/-response(?:-example)?$/.test(name) || (name === 'tab' && /^[1-5]\d\d\b/.test(answered ?? ''))) {
    const status = Number(/^\d{3}/.exec(answered ?? '')?.[0]);
    if (status >= 100) context.status(status);
    context.label(status >= 400 ? '' : 'response');
  }
}
