import type { ComponentChildren } from 'preact';
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

/** A link within the site; the browser can still open it in its own ways. */
export const Link = ({ to, children, class: name, label, current }: LinkProps) => (
  <a
    href={to}
    class={name}
    aria-label={label}
    aria-current={current ? 'page' : undefined}
    onClick={(event) => {
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      navigate(to);
    }}
  >
    {children}
  </a>
);
