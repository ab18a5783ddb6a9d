import { gapLines, literal, type ShownHeader, type ShownRequest } from './shown-request.js';

function value({ text, variable }: ShownHeader): string {
  const held = `System.getenv("${variable}")`;
  if (variable === '') return literal(text);
  return text === '' ? held : `${literal(text)} + ${held}`;
}

/** A program that sends the request with `java.net.http.HttpClient`, of Java 11 or later. */
export function javaSnippet(request: ShownRequest): string {
  const { method, url, headers, body } = request;
  const publisher =
    body === ''
      ? 'HttpRequest.BodyPublishers.noBody()'
      : `HttpRequest.BodyPublishers.ofString(${literal(body)})`;
  return [
    'import java.net.URI;',
    'import java.net.http.HttpClient;',
    'import java.net.http.HttpRequest;',
    'import java.net.http.HttpResponse;',
    '',
    'class Repeat {',
    '  public static void main(String[] args) throws Exception {',
    ...gapLines(request, '    //'),
    `    HttpRequest request = HttpRequest.newBuilder(URI.create(${literal(url)}))`,
    ...headers.map((header) => `        .header(${literal(header.name)}, ${value(header)})`),
    `        .method(${literal(method)}, ${publisher})`,
    '        .build();',
    '    HttpResponse<String> response =',
    '        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());',
    '    System.out.println(response.statusCode() + " " + response.body());',
    '  }',
    '}',
    '',
  ].join('\n');
}
