import { marked, type Token, type Tokens } from 'marked';
import { type Context, createContext } from './context.js';
import { readCurl, readSample } from './curl.js';
import { type DescribedMember, type DescribedPage, membersOf, type Part } from './described.js';
import { fromOpenApi } from './openapi.js';
import { readTag, splitTags } from './tags.js';

/**
 * Reads a page of the documentation in markdown: embedded OpenAPI, GitBook's tags, or written by hand as headings,
 * tables and samples. What it does not understand it leaves out.
 */
export function parsePage(page: string, text: string): DescribedPage {
  const context = createContext(page, text.length);
  for (const piece of splitTags(text.replace(frontMatter, ''))) {
    if ('tag' in piece) readTag(piece.tag, context);
    else for (const token of marked.lexer(piece.text)) readToken(token, context, page);
  }
  return context.end();
}

/** What GitBook keeps about a page, above its text. */
const frontMatter = /^\uFEFF?---\r?\n(?:[^\n]*\n){0,50}?---[ \t]*\r?\n/;

/** `POST /api/v1/x`, also with an origin, and with marks of code or bold type between the two. */
const called = /\b(GET|POST|PUT|PATCH|DELETE)\b[`*_:\s]+((?:https?:\/\/[^\s`'"*)]+)?\/[^\s`'"*),]*)/;

function readToken(token: Token, context: Context, page: string): void {
  switch (token.type) {
    case 'heading': {
      context.heading(plain(token.text));
      readText(token.text, context);
      return;
    }
    case 'code':
      readCode(token as Tokens.Code, context, page);
      return;
    case 'table':
      readTable(token as Tokens.Table, context);
      return;
    case 'list':
      for (const item of (token as Tokens.List).items)
        for (const inner of item.tokens) readToken(inner, context, page);
      return;
    case 'blockquote':
      for (const inner of (token as Tokens.Blockquote).tokens) readToken(inner, context, page);
      return;
    default:
      if ('text' in token && typeof token.text === 'string') readText(token.text, context);
  }
}

function readText(written: string, context: Context): void {
  const text = unescaped(written);
  const [, method, path] = called.exec(text) ?? [];
  if (method !== undefined && path !== undefined) context.about(method, path);
  context.label(text);
  for (const [, status] of text.matchAll(/\b(?:HTTP|status|code)\D{0,12}([1-5]\d\d)\b/gi))
    context.status(Number(status));
}

/** GitBook writes `sender\\_id` outside code. */
const unescaped = (text: string): string => text.replaceAll(/\\([\\`*_{}[\]()#+.!|<>~-])/g, '$1');

/** A text without marks of code and emphasis; an underscore within a word is part of a name. */
const plain = (text: string): string =>
  unescaped(text)
    .replaceAll(/[`*]|(?<![\p{L}\d])_|_(?![\p{L}\d])/gu, '')
    .trim();

function readCode({ text, lang = '' }: Tokens.Code, context: Context, page: string): void {
  const curl = readCurl(text);
  if (curl !== undefined) {
    context.about(curl.method, curl.path);
    context.add(curl.members);
    context.label('response');
    return;
  }
  const value = readSample(text);
  if (value === undefined) {
    if (/^(?:http|)$/.test(lang)) readText(text, context);
    return;
  }
  const described = fromOpenApi(value, page, '');
  if (described.length > 0) {
    context.whole(described);
    return;
  }
  const error = (value as { error?: unknown } | null)?.error;
  if (typeof error === 'string') {
    context.error(error);
    return;
  }
  const part: Part = context.part() ?? (context.method() === 'GET' ? 'answer' : 'either');
  context.add(membersOf(part === 'path' || part === 'query' ? 'either' : part, value));
}

const columns = {
  name: /^(?:name|field|parameter|param|member|attribute|поле|параметр|назва)/i,
  type: /^(?:type|тип)/i,
  required: /^(?:required|mandatory|obligatory|обов)/i,
  place: /^(?:in|place|location)$/i,
  message: /^(?:message|error|повідомлення)/i,
  status: /^(?:code|status|http)/i,
} as const;

function readTable({ header, rows }: Tokens.Table, context: Context): void {
  const at = (column: keyof typeof columns) =>
    header.findIndex(({ text }) => columns[column].test(plain(text)));
  const [name, type, required, place, message, status] = (
    ['name', 'type', 'required', 'place', 'message', 'status'] as const
  ).map(at);
  for (const row of rows) {
    const cell = (index = -1): string => plain(row[index]?.text ?? '');
    if (message !== undefined && message >= 0) {
      if (cell(message) !== '') context.error(cell(message));
    } else if (name !== undefined && name >= 0) {
      const says = requiredIn(cell(required), row[name]?.text ?? '');
      context.add(member(cell(name), cell(type), says, cell(place), context));
    }
    const number = Number(/\b[1-5]\d\d\b/.exec(cell(status))?.[0]);
    if (number >= 100) context.status(number);
  }
}

/** What a row says; a mark such as `*` after the name says that the member is required. */
function requiredIn(cell: string, name: string): boolean | undefined {
  if (cell !== '') return /^(?:yes|true|так|\+|✓|v)/i.test(cell);
  return /^[^*]+\*$/.test(name.trim()) ? true : undefined;
}

function member(
  cell: string,
  type: string,
  required: boolean | undefined,
  place: string,
  context: Context,
): DescribedMember[] {
  const name = /^[\w.[\]-]+/.exec(cell)?.[0].replaceAll('[]', '');
  if (name === undefined) return [];
  const named = (['path', 'query', 'body'] as const).find((one) => one === place.toLowerCase());
  const usual: Part = context.method() === 'GET' ? 'query' : 'body';
  const inPath = new RegExp(`[{<:]${name.replaceAll(/[.[\]-]/g, '\\$&')}(?:[}>/]|$)`).test(context.path());
  const part = named ?? (inPath ? 'path' : (context.part() ?? usual));
  return [{ part, name, type, required }];
}
