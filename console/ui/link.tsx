import type { ComponentChildren } from 'preact';
import { at, below } from '../state/place.js';
import { navigate } from '../state/route.js';

interface LinkProps {
  readonly to: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  /** For a screen reader, if the text alone is not clear. */
  readonly label?: string;
  /** The link leads to the current page. */
  readonly current?: boolean;
}

/** Console and backoffice are two documents: the first segment of the path tells them apart. */
const siteOf = (path: string) => path.split(/[/?#]/)[1];

/** A link within the site, or to the other site of the mock; the browser can still open it in its own ways. */
export const Link = ({ to, children, class: name, label, current }: LinkProps) => (
  <a
    href={at(to)}
    class={name}
    aria-label={label}
    aria-current={current ? 'page' : undefined}
    onClick={(event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (siteOf(to) !== siteOf(below(location.pathname))) return;
      event.preventDefault();
      navigate(to);
    }}
  >
    {children}
  </a>
);
