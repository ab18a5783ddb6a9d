/** Where the site is: below a path of the host if the mock is, as a sandbox or behind a proxy; no slash at its end. */
export const base: string =
  typeof document === 'undefined' ? '' : (document.documentElement.dataset.base ?? '');

/** The address of a path of the mock. */
export const at = (path: string): string => (path.startsWith('/') ? `${base}${path}` : path);

/** The path of the mock that an address of the browser names. */
export const below = (path: string): string => path.slice(base.length);
