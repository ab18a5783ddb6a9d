import type { Operation, OperationTable } from '../../contract/operation.js';

export type Match =
  | {
      readonly kind: 'found';
      readonly operation: Operation;
      readonly params: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: Operation };

interface Node {
  readonly literal: Map<string, Node>;
  parameter?: Node;
  readonly operations: Map<string, Operation>;
}

/** The method that is looked for: HEAD is GET without the body (RFC 9110). */
export const meant = (method: string): string => (method === 'HEAD' ? 'GET' : method);

const allowedAt = ({ operations }: Node): string[] =>
  [...operations.keys()].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));

const newNode = (): Node => ({ literal: new Map(), operations: new Map() });

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

export type Route = (method: string, path: string) => Match;

/** Made routers by their first table: every sandbox has the same, and each would take 70 kB. */
const made = new WeakMap<
  OperationTable,
  { readonly rest: readonly OperationTable[]; readonly route: Route }[]
>();

/** Finds the declared operation of a request, or else the nearest one. */
export function createRouter(...tables: readonly OperationTable[]): Route {
  const [first = {}, ...rest] = tables;
  const known = made.get(first) ?? [];
  const same = known.find(
    (one) => one.rest.length === rest.length && one.rest.every((table, index) => table === rest[index]),
  );
  if (same) return same.route;
  const route = newRouter(tables);
  made.set(first, [...known, { rest, route }]);
  return route;
}

function newRouter(tables: readonly OperationTable[]): Route {
  const operations = tables.flatMap((table) => Object.values(table));
  const root = newNode();
  for (const operation of operations) {
    let node = root;
    for (const segment of segmentsOf(operation.path)) {
      if (segment.startsWith('{')) {
        node.parameter ??= newNode();
        node = node.parameter;
      } else {
        const next = node.literal.get(segment) ?? newNode();
        node.literal.set(segment, next);
        node = next;
      }
    }
    node.operations.set(operation.method, operation);
  }

  function walk(node: Node, segments: readonly string[], index: number): Node | undefined {
    const segment = segments[index];
    if (segment === undefined) return node.operations.size > 0 ? node : undefined;
    const literal = node.literal.get(segment);
    return (
      (literal && walk(literal, segments, index + 1)) ??
      (node.parameter && walk(node.parameter, segments, index + 1))
    );
  }

  return (given, path) => {
    const method = meant(given);
    const segments = segmentsOf(path);
    const node = walk(root, segments, 0);
    if (!node) return { kind: 'unknown', nearest: nearestOperation(operations, method, segments) };
    const operation = node.operations.get(method);
    if (!operation) return { kind: 'wrong-method', allowed: allowedAt(node) };
    return { kind: 'found', operation, params: paramsOf(operation.path, segments) };
  };
}

function paramsOf(path: string, segments: readonly string[]): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [index, name] of segmentsOf(path).entries()) {
    if (name.startsWith('{')) params[name.slice(1, -1)] = decode(segments[index] ?? '');
  }
  return params;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The operation whose path and method are most similar to the request. */
function nearestOperation(
  operations: readonly Operation[],
  method: string,
  segments: readonly string[],
): Operation {
  const score = (operation: Operation): number => {
    const declared = segmentsOf(operation.path);
    const same = declared.map((segment, index) => {
      if (segment.startsWith('{')) return segments[index] === undefined ? 0 : 0.5;
      return 2 * Math.max(0, ...segments.map((given) => likeness(segment, given)));
    });
    const sum = same.reduce((value, other) => value + other, 0);
    return sum - Math.abs(declared.length - segments.length) + (operation.method === method ? 1.5 : 0);
  };
  return operations.reduce((best, operation) => (score(operation) > score(best) ? operation : best));
}

/** From 0 to 1: the share of two words that is a common prefix. */
function likeness(text: string, other: string): number {
  let same = 0;
  while (same < text.length && text[same] === other[same]) same += 1;
  return same / Math.max(text.length, other.length);
}
