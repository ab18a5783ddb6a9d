import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icon.js';

interface MenuItem {
  readonly title: string;
  readonly checked: boolean;
  /** The language of the title, if it is another one. */
  readonly lang?: string;
  readonly choose: () => void;
}

interface MenuProps {
  /** Names the button and the menu. */
  readonly label: string;
  readonly icon: IconName;
  /** One of the items is in use, or any number of them is. */
  readonly kind: 'one' | 'any';
  readonly items: readonly MenuItem[];
  /** Called when it opens. */
  readonly opened?: () => void;
}

const steps: Readonly<Record<string, number | undefined>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** Where an arrow leads from a place among some; around at the ends. */
function placeAfter(place: number, step: number, among: number): number {
  if (!Number.isFinite(step)) return step < 0 ? 0 : among - 1;
  return (place + step + among) % among;
}

/** A small button with a menu; arrows move in it, Escape and Tab leave it. */
export function Menu({ label, icon, kind, items, opened }: MenuProps) {
  const [open, setOpen] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  const choices = () => [...(whole.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  const leave = () => {
    setOpen(false);
    whole.current?.querySelector('button')?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    const all = choices();
    (all.find((item) => kind === 'one' && item.ariaChecked === 'true') ?? all[0])?.focus();
    const pressedElsewhere = ({ target }: Event) => {
      if (!whole.current?.contains(target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', pressedElsewhere);
    return () => document.removeEventListener('pointerdown', pressedElsewhere);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step !== undefined) {
      const all = choices();
      event.preventDefault();
      all[placeAfter(all.indexOf(document.activeElement as HTMLElement), step, all.length)]?.focus();
    } else if (event.key === 'Escape') leave();
    else if (event.key === 'Tab') setOpen(false);
  };
  const inUse = kind === 'one' ? items.find(({ checked }) => checked)?.title : undefined;
  const name = inUse === undefined ? label : `${label}: ${inUse}`;
  return (
    <div class="menu-of" ref={whole}>
      <button
        type="button"
        class="tool"
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          if (!open) opened?.();
          setOpen(!open);
        }}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <div role="menu" class="choices" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
          {items.map(({ title, checked, lang, choose }) => (
            // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have it
            <button
              key={title}
              type="button"
              role={kind === 'one' ? 'menuitemradio' : 'menuitemcheckbox'}
              aria-checked={checked}
              lang={lang}
              tabIndex={-1}
              onClick={() => {
                choose();
                if (kind === 'one') leave();
              }}
            >
              {title}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
