/** A URL to which a path is added: without slashes at its end. */
export const withoutSlash = (url: string): string => url.replace(/(?<!\/)\/+$/, '');
