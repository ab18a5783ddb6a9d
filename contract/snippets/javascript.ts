import { gapLines, literal, type ShownHeader, type ShownRequest } from './shown-request.js';

const value = ({ text, variable }: ShownHeader): string =>
  variable === '' ? literal(text) : `\`${text}\${process.env.${variable}}\``;

/** A module of Node.js that sends the request with `fetch`. */
export function fetchSnippet(request: ShownRequest): string {
  const { method, url, headers, body } = request;
  return [
    ...gapLines(request, '//'),
    `const response = await fetch(${literal(url)}, {`,
    `  method: ${literal(method)},`,
    ...(headers.length === 0
      ? []
      : [
          '  headers: {',
          ...headers.map((header) => `    ${literal(header.name)}: ${value(header)},`),
          '  },',
        ]),
    ...(body === '' ? [] : [`  body: ${literal(body)},`]),
    '});',
    'console.log(response.status, await response.text());',
    '',
  ].join('\n');
}
