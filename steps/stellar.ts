type Stellar = typeof import('@stellar/stellar-base');

let loading: Promise<Stellar> | undefined;

/** `@stellar/stellar-base`, loaded on first use and asked for once: it is large. */
export function stellar(): Promise<Stellar> {
  loading ??= import('@stellar/stellar-base');
  return loading;
}
