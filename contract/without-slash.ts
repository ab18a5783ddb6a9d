/** A URL to which a path is appended: without trailing slashes. */
export const withoutSlash = (url: string): string => url.replace(/(?<!\/)\/+$/, '');
