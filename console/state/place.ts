/** Where the site is: below a path of the host if the mock is, as a sandbox or behind a proxy; no slash at its end. */
export const base: string =
  typeof document === 'undefined' ? '' : (document.documentElement.dataset.base ?? '');

/** The address of a path of the mock. */
export const at = (path: string): string => (path.startsWith('/') ? `${base}${path}` : path);

/** The path of the mock that an address of the browser names. */
export const below = (path: string): string => path.slice(base.length);

/** The sandbox whose site this is; empty if it is that of the whole mock. */
export const sandbox: string = /\/s\/([^/]+)$/.exec(base)?.[1] ?? '';

/** Where the site of the whole mock is. */
export const whole: string = sandbox === '' ? base : base.slice(0, -`/s/${sandbox}`.length);
