import { type BankUrls, callbackKinds, callbackPath } from '../../contract/bank-service.js';

/** Where a request goes. */
export interface Place {
  readonly url: URL;
  /** Path and query as they are sent. */
  readonly path: string;
  /** The operation of a request of DCM; empty if it is none that is known, or if the request is the bank's. */
  readonly operation: string;
}

/** Finds the place of a request target as the client wrote it (`/path?query`). */
export type Places = (target: string) => Place;

function splitAt(target: string): [path: string, query: string] {
  const cut = target.indexOf('?');
  return cut < 0 ? [target, ''] : [target.slice(0, cut), target.slice(cut)];
}

const below = (base: URL, target: string): string => `${base.pathname.replace(/\/$/, '')}${target}`;

/** The bank's requests go to the stage, below the path of its URL if it has one. */
export function placesOfStage(upstream: string): Places {
  const url = new URL(upstream);
  return (target) => ({ url, path: below(url, target), operation: '' });
}

/**
 * DCM's requests go to the URLs of bank.yaml; one that is none of the documented ones goes to the same path of the host of
 * `/user_auth`, so that the bank itself refuses it.
 */
export function placesOfBank(urls: BankUrls): Places {
  const known = new Map<string, [operation: string, url: string]>([
    ['/user_auth', ['user_auth', urls.user_auth_url]],
    ['/key', ['key', urls.user_key_url]],
    ['/external_id', ['external_id', urls.user_id_url]],
    ['/sign', ['sign', urls.sign_url]],
    ...callbackKinds.map((kind): [string, [string, string]] => {
      const path = callbackPath(kind);
      return [path, [kind, urls.callback_url && `${urls.callback_url}${path}`]];
    }),
  ]);
  const host = new URL('/', urls.user_auth_url);
  return (target) => {
    const [path, query] = splitAt(target);
    const [operation, url] = known.get(path) ?? ['', ''];
    if (url === '') return { url: host, path: target, operation };
    const place = new URL(url);
    const own = place.search;
    return {
      url: place,
      path: `${place.pathname}${own}${own === '' ? query : query.replace('?', '&')}`,
      operation,
    };
  };
}
