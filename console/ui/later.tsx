import type { ComponentType, JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { Problem } from './problem.js';
import { uiTexts } from './texts.js';

/** A component that is loaded when it is shown first; `load` imports its module. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let known: ComponentType<Props> | undefined;
  return function Later(props: Props & JSX.IntrinsicAttributes) {
    const t = useText(uiTexts);
    const [, setLoaded] = useState(known);
    const [problem, setProblem] = useState<unknown>();
    useEffect(() => {
      if (known !== undefined) return;
      load().then((component) => {
        known = component;
        setLoaded(() => component);
      }, setProblem);
    }, []);
    const Component = known;
    if (Component !== undefined) return <Component {...props} />;
    return problem === undefined ? <p class="empty">{t.loading}</p> : <Problem error={problem} />;
  };
}
