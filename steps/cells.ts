import { type AuthorizationMethod, type Flow, flows } from '../contract/bank-service.js';

export const methods = ['user_auth', 'key', 'external_id'] as const;

/** A method and the flow of a token that it gets. */
export interface Cell {
  readonly method: AuthorizationMethod;
  readonly flow: Flow;
}

/** Every method with every flow, so ordered that any four in a row have all methods and all flows. */
export const allCells: readonly Cell[] = Array.from(
  { length: methods.length * flows.length },
  (_, index) => ({
    method: methods[index % methods.length] ?? 'key',
    flow: flows[index % flows.length] ?? 'sign-in',
  }),
);

/**
 * The given number of cells, one after the other from that place on; one that is not among them is replaced by another of
 * the same method, or else of the same flow.
 */
export function inTurn(cells: readonly Cell[], from: number, count: number): Cell[] {
  return Array.from({ length: count }, (_, index) => allCells[(from + index) % allCells.length]).flatMap(
    (wanted) =>
      cells.find((cell) => cell.method === wanted?.method && cell.flow === wanted.flow) ??
      cells.find((cell) => cell.method === wanted?.method) ??
      cells.find((cell) => cell.flow === wanted?.flow) ??
      [],
  );
}

/** For each method that occurs one cell, with another flow for each method and each place. */
export function oneOfEach(cells: readonly Cell[], place: number): Cell[] {
  return methods.flatMap((method, index) => {
    const own = flows.flatMap(
      (flow) => cells.find((cell) => cell.method === method && cell.flow === flow) ?? [],
    );
    return own.length === 0 ? [] : (own[(index + place) % own.length] as Cell);
  });
}
