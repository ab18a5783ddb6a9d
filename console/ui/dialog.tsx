import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { overlay } from '../state/keys.js';

interface DialogProps {
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
}

/** What lies over the page until Escape, a press beside it, or `overlay` is emptied; then the focus is where it was. */
export function Dialog({ label, class: name = '', children }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = own.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={own}
      class={`dialog ${name}`}
      aria-label={label}
      // One that has given way to another says so later.
      onClose={({ currentTarget }) => currentTarget.isConnected && overlay.set('')}
      // `close` comes later than the dialog is gone, and keys pressed in between would be taken for its own.
      onKeyDown={({ key, isComposing }) => key === 'Escape' && !isComposing && overlay.set('')}
      onClick={({ target, currentTarget }) => target === currentTarget && overlay.set('')}
    >
      {children}
    </dialog>
  );
}
