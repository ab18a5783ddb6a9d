import { withoutSlash } from './without-slash.js';

/**
 * The URL of POST /sign (MS): given whole, or as the base to which `/sign` is appended. It means the same in bank.yaml
 * and in the control API.
 */
export function wholeSignUrl(url: string): string {
  if (url === '' || url.includes('?')) return url;
  const base = withoutSlash(url);
  return /[^/]\/sign$/.test(base) ? base : `${base}/sign`;
}
