/** `@stellar/stellar-base`, loaded on first use: importing it costs more than starting the rest of the server. */
export type Library = typeof import('@stellar/stellar-base');

let loading: Promise<Library> | undefined;

export function library(): Promise<Library> {
  // The default has all members also in a bundle.
  loading ??= import('@stellar/stellar-base').then((module) => module.default);
  return loading;
}
