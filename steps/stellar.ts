type Stellar = typeof import('@stellar/stellar-base');

let loading: Promise<Stellar> | undefined;

/** `@stellar/stellar-base`, loaded on first use and asked for once: it is large. */
export function stellar(): Promise<Stellar> {
  // The default has all members also in a bundle.
  loading ??= import('@stellar/stellar-base').then((module) => module.default);
  return loading;
}
