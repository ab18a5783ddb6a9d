import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { Problem } from './problem.js';
import { uiTexts } from './texts.js';

/** A page whose script is loaded when it is first opened, so that the others do not wait for it. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Loaded(props: Props) {
    const t = useText(uiTexts);
    const [Shown, show] = useState(() => loaded);
    const [problem, setProblem] = useState<unknown>();
    useEffect(() => {
      if (Shown) return;
      load().then((component) => {
        loaded = component;
        show(() => component);
      }, setProblem);
    }, [Shown]);
    if (Shown) return <Shown {...props} />;
    return problem === undefined ? <p class="muted loading">{t.loading}</p> : <Problem error={problem} />;
  };
}
