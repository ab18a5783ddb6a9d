import { gapLines, literal, type ShownHeader, type ShownRequest } from './shown-request.js';

function value({ text, variable }: ShownHeader): string {
  const held = `Environment.GetEnvironmentVariable("${variable}")`;
  if (variable === '') return literal(text);
  return text === '' ? held : `${literal(text)} + ${held}`;
}

/** Headers that HttpClient takes with the content only. */
const ofContent = /^(?:content-|expires$|last-modified$|allow$)/;

/** A program of top-level statements that sends the request with `HttpClient`, of .NET 6 or later. */
export function csharpSnippet(request: ShownRequest): string {
  const { method, url, headers, body } = request;
  const add = (of: string) => (header: ShownHeader) =>
    `${of}.TryAddWithoutValidation(${literal(header.name)}, ${value(header)});`;
  return [
    'using System;',
    'using System.Net.Http;',
    'using System.Text;',
    '',
    ...gapLines(request, '//'),
    'using var client = new HttpClient();',
    `using var request = new HttpRequestMessage(new HttpMethod(${literal(method)}), ${literal(url)});`,
    ...headers.filter(({ name }) => !ofContent.test(name)).map(add('request.Headers')),
    ...(body === ''
      ? []
      : [
          `request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(${literal(body)}));`,
          ...headers.filter(({ name }) => ofContent.test(name)).map(add('request.Content.Headers')),
        ]),
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");',
    '',
  ].join('\n');
}
