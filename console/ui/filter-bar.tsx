import { useEffect, useRef } from 'preact/hooks';
import type { Filters } from '../state/filters.js';
import { useText } from '../state/language.js';
import { Choice, Field } from './form.js';
import { uiTexts } from './texts.js';

interface Filter {
  readonly name: string;
  readonly label: string;
  /** The values to choose from; if not set, any text. */
  readonly options?: readonly (readonly [value: string, shown: string])[];
  readonly type?: 'search';
  readonly hint?: string;
  /** What is wrong with the input; empty if it is valid. */
  readonly problem?: string;
}

interface FilterBarProps {
  readonly filters: Filters;
  readonly of: readonly Filter[];
}

/** The filters of a list. */
export function FilterBar({ filters: { given, set, turn }, of }: FilterBarProps) {
  const t = useText(uiTexts);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    // The button that has removed them is gone, and the focus with it.
    if (turn > 0) bar.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [turn]);
  return (
    <search class="filters" key={turn} ref={bar}>
      {of.map(({ options, ...filter }) => {
        const { name, label } = filter;
        const value = given[name] ?? '';
        return options ? (
          <Choice
            key={name}
            name={name}
            label={label}
            value={value}
            options={[['', t.any], ...options]}
            onChange={(chosen) => set(name, chosen)}
          />
        ) : (
          <Field key={name} {...filter} value={value} onInput={(text) => set(name, text)} />
        );
      })}
    </search>
  );
}
