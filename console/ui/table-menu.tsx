import { useEffect, useState } from 'preact/hooks';
import { type Hidden, hiddenColumns } from '../state/hidden-columns.js';
import { bilingual, useText } from '../state/language.js';
import { useSignal } from '../state/signal.js';
import { relativeTimes } from '../state/times.js';
import { Menu } from './menu.js';

const texts = bilingual(
  { columns: 'Columns', ago: 'How long ago, instead of when' },
  { columns: 'Стовпці', ago: 'Скільки часу минуло замість часу' },
);

const none: Hidden = new Set();

/** The hidden columns of a table with that name; of one without a name, none. */
export function useHidden(name: string | undefined, count: number): Hidden {
  const [hidden, setHidden] = useState(none);
  useEffect(() => {
    if (name === undefined) return undefined;
    const signal = hiddenColumns(name, count);
    setHidden(signal.get());
    return signal.watch(setHidden);
  }, [name, count]);
  return hidden;
}

interface TableMenuProps {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly head?: boolean;
    readonly recent?: boolean;
  }[];
}

/** Which columns to show, and how to show times. */
export function TableMenu({ name, columns }: TableMenuProps) {
  const t = useText(texts);
  const relative = useSignal(relativeTimes);
  const signal = hiddenColumns(name, columns.length);
  const hidden = useSignal(signal);
  const toggled = (place: number): Hidden => {
    const places = new Set(hidden);
    if (!places.delete(place)) places.add(place);
    return places;
  };
  const items = columns.map(({ title, head }, place) => ({
    title,
    head,
    checked: !hidden.has(place),
    choose: () => signal.set(toggled(place)),
  }));
  const times = {
    title: t.ago,
    checked: relative,
    choose: () => relativeTimes.set(!relative),
  };
  const hasTimes = columns.some(({ recent }) => recent);
  return (
    <div class="table-menu">
      <Menu
        label={t.columns}
        icon="columns"
        kind="any"
        items={[...items.filter(({ head }) => !head), ...(hasTimes ? [times] : [])]}
      />
    </div>
  );
}
