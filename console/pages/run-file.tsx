import { useAct } from '../state/act.js';
import { askControl, controlToken } from '../state/control.js';
import { useText } from '../state/language.js';
import { at } from '../state/place.js';
import { useSignal } from '../state/signal.js';
import { Button } from '../ui/button.js';
import { Problem } from '../ui/problem.js';
import { runFileTexts } from './runs.texts.js';

interface RunFileProps {
  /** Path of the control API, with `{id}`. */
  readonly path: string;
  readonly id: number;
  readonly name: string;
  readonly label: string;
}

/**
 * A file of a run: opened in another tab. A tab does not send the control token, so with one the file is fetched here and
 * saved.
 */
export function RunFile({ path, id, name, label }: RunFileProps) {
  const t = useText(runFileTexts);
  const act = useAct();
  const token = useSignal(controlToken);
  const href = path.replace('{id}', String(id));
  if (token === '')
    return (
      <a href={at(href)} target="_blank" rel="noreferrer">
        {label}
      </a>
    );

  async function save(): Promise<void> {
    const response = await askControl(href);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = `run-${id}-${name}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <>
      <Button label={t.save(name)} act={act} run={save} done={t.saved} />
      <Problem error={act.problem} />
    </>
  );
}
