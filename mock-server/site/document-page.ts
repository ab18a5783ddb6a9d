import { documentPaths } from './documents.js';
import { escaped, framed, page } from './html.js';

/** An OpenAPI document as a page: what the bank serves, and the driver hook. */

type Json = Readonly<Record<string, unknown>>;

interface Example {
  readonly value: unknown;
}

interface Content {
  readonly content?: Readonly<
    Record<string, { readonly schema: Json; readonly examples?: Readonly<Record<string, Example>> }>
  >;
}

interface Described {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description: string;
  }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content & { readonly description: string }>>;
  readonly 'x-provenance': string;
  readonly 'x-rules'?: readonly { readonly id: string; readonly level: string; readonly says: string }[];
}

export interface Document {
  readonly info: { readonly title: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Json>>;
  readonly components: {
    readonly schemas: Json;
    readonly securitySchemes: Readonly<Record<string, { readonly description: string }>>;
  };
}

/** Markdown as markup. */
type Prose = (markdown: string) => string;

const code = (value: unknown) => `<pre><code>${escaped(JSON.stringify(value, null, 2))}</code></pre>`;

const folded = (title: string, body: string) =>
  `<details><summary>${escaped(title)}</summary>${body}</details>`;

function bodies(title: string, { content = {} }: Content): string {
  return Object.values(content)
    .flatMap(({ schema, examples = {} }) => [
      folded(`${title}: schema`, code(schema)),
      ...Object.entries(examples).map(([name, { value }]) => folded(`${title}: ${name}`, code(value))),
    ])
    .join('');
}

function one(method: string, path: string, described: Described, prose: Prose): string {
  const { operationId, summary, description, parameters = [], requestBody, responses } = described;
  const rules = described['x-rules'] ?? [];
  const statuses = Object.entries(responses).map(
    ([status, response]) =>
      `<tr><td><code>${status}</code></td><td>${prose(response.description)}${bodies(`Response ${status}`, response)}</td></tr>`,
  );
  const checked = rules.map(
    ({ id, level, says }) => `<tr><td>${id}</td><td>${level}</td><td>${escaped(says)}</td></tr>`,
  );
  return `<h2 id="${operationId}"><span class="verb">${method.toUpperCase()}</span> <code>${escaped(path)}</code> <span class="mark">${escaped(described['x-provenance'])}</span></h2>
<p><strong>${escaped(summary)}.</strong></p>${prose(description)}
${parameters.map((parameter) => `<h3><code>${escaped(parameter.name)}</code> (${parameter.in})</h3>${prose(parameter.description)}`).join('')}
${requestBody ? `<h3>Request</h3>${bodies('Request', requestBody)}` : ''}
<h3>Responses</h3><table class="terms"><tbody>${statuses.join('')}</tbody></table>
${checked.length === 0 ? '' : `<h3>Rules that check it</h3><table class="terms"><tbody>${checked.join('')}</tbody></table>`}`;
}

export async function documentPage(name: 'bank' | 'driver', document: Document): Promise<string> {
  const { marked } = await import('marked');
  const prose: Prose = (markdown) => framed(marked.parse(markdown, { async: false }));
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([method]) => method !== 'servers')
      .map(([method, described]) => one(method, path, described as Described, prose)),
  );
  const { info, tags, components } = document;
  const path = documentPaths[name];
  const credentials = Object.values(components.securitySchemes).map(({ description }) => prose(description));
  return page(
    info.title,
    `<h1>${escaped(info.title)}</h1>${prose(info.description)}
<p>As a document: <a href="${path}">OpenAPI 3.1</a>, <a href="${path}?version=3.0">OpenAPI 3.0.3</a>.</p>
<h2>Credentials</h2>${credentials.join('')}${operations.join('\n')}
${tags.map((tag) => `<h2>${escaped(tag.name)}</h2>${prose(tag.description)}`).join('')}
<h2>Schemas</h2>${Object.entries(components.schemas)
      .map(([title, schema]) => folded(title, code(schema)))
      .join('')}`,
    `/docs/${name}`,
  );
}
