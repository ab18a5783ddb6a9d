import { bankApi } from '../../contract/bank-api/index.js';
import { errorCatalogue } from '../../contract/errors.js';
import { schemaOf } from '../../contract/openapi-schema.js';
import type { Operation } from '../../contract/operation.js';
import { operations } from '../../contract/operations/index.js';
import type { Source } from '../../contract/provenance.js';
import { refusalsOf } from '../../contract/refusals.js';
import { bare, type DescribedOperation } from './described.js';
import { fromOpenApi, schemaMembers } from './openapi.js';

/** What the contract knows of one operation, in the form in which pages describe theirs. */
export interface KnownOperation extends DescribedOperation {
  /** Id of DCM's operation, or path of the bank's. */
  readonly id: string;
  readonly source: Source;
  readonly pathSource: Source;
  /** Sources of members that are not those of the operation, by `body.name`, `query.name` or `answer.name`. */
  readonly assumed: Readonly<Record<string, Source>>;
}

const places = { path: 'params', query: 'query', body: 'body', answer: 'answer' } as const;

function ofOperation(operation: Operation): KnownOperation {
  const { id, method, path, summary, source, pathSource = source, assumed = {} } = operation;
  const members = Object.entries(places).flatMap(([part, place]) => {
    const schema = operation[place];
    if (schema === undefined) return [];
    const json = schemaOf(schema, place === 'answer' ? 'output' : 'input');
    return schemaMembers({}, part as keyof typeof places, json);
  });
  const statuses = [
    operation.withoutBody ?? 200,
    ...refusalsOf(operation).map((code) => errorCatalogue[code].status),
  ];
  return { id, method, path, page: '', heading: summary, source, pathSource, assumed, members, statuses };
}

/** Every operation of DCM, and those that a bank serves. */
export function knownOperations(): KnownOperation[] {
  const ofBank = fromOpenApi(bankApi(), '', '').map(
    (described): KnownOperation => ({
      ...described,
      id: described.path,
      source: 'D BAUTH',
      pathSource: 'D BAUTH',
      assumed: {},
    }),
  );
  return [...Object.values(operations).map(ofOperation), ...ofBank];
}

/** The one that has this method and path; origins, prefixes and names of parameters may differ. */
export function knownAs(
  { method, path }: Pick<DescribedOperation, 'method' | 'path'>,
  known: readonly KnownOperation[],
): KnownOperation | undefined {
  const wanted = bare(path);
  const ends = (longer: string, shorter: string) => shorter.length > 3 && longer.endsWith(shorter);
  const same = known.filter((one) => one.method === method);
  return (
    same.find((one) => bare(one.path) === wanted) ??
    same.find((one) => ends(bare(one.path), wanted) || ends(wanted, bare(one.path)))
  );
}

/** Texts of the catalog; what it fills in is any text. Those that are hardly more than that are left out. */
export const knownErrors = (): RegExp[] =>
  Object.values(errorCatalogue).flatMap(({ message }) => {
    const literal = message.split(/\{\w+\}/);
    if (!/[a-z]{4}/i.test(literal.join(' '))) return [];
    const quoted = literal.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return [new RegExp(`^${quoted.join('.*')}$`, 'is')];
  });
