import { useState } from 'preact/hooks';
import { Choice } from '../ui/form.js';

interface ChosenProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly (readonly [value: string, shown: string])[];
}

/** A choice that keeps what was chosen when the form around it is shown anew; the first option to begin with. */
export function Chosen({ options, ...choice }: ChosenProps) {
  const [value, setValue] = useState(options[0]?.[0] ?? '');
  return <Choice {...choice} value={value} options={options} onChange={setValue} />;
}
