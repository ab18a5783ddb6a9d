import { gapLines, literal, type ShownHeader, type ShownRequest } from './shown-request.js';

function value({ text, variable }: ShownHeader): string {
  const held = `os.environ["${variable}"]`;
  if (variable === '') return literal(text);
  return text === '' ? held : `${literal(text)} + ${held}`;
}

/** A program that sends the request with Python's own `urllib`. */
export function pythonSnippet(request: ShownRequest): string {
  const { method, url, headers, body } = request;
  return [
    'import os',
    'from urllib.error import HTTPError',
    'from urllib.request import Request, urlopen',
    '',
    ...gapLines(request, '#'),
    'request = Request(',
    `    ${literal(url)},`,
    `    method=${literal(method)},`,
    ...(headers.length === 0
      ? []
      : [
          '    headers={',
          ...headers.map((header) => `        ${literal(header.name)}: ${value(header)},`),
          '    },',
        ]),
    ...(body === '' ? [] : [`    data=${literal(body)}.encode(),`]),
    ')',
    'try:',
    '    response = urlopen(request)',
    'except HTTPError as error:',
    '    response = error',
    'print(response.status, response.read().decode())',
    '',
  ].join('\n');
}
