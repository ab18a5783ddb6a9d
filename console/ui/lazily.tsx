import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useText } from '../state/language.js';
import { Problem } from './problem.js';
import { uiTexts } from './texts.js';

/** A part of the site that is loaded when it is first shown, so that the first page stays light. */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let known: ComponentType<Props> | undefined;
  return function Lazily(props: Props) {
    const t = useText(uiTexts);
    const [Loaded, setLoaded] = useState<ComponentType<Props> | undefined>(() => known);
    const [problem, setProblem] = useState<unknown>();
    const begin = () => {
      setProblem(undefined);
      load().then((loaded) => {
        known = loaded;
        setLoaded(() => loaded);
      }, setProblem);
    };
    useEffect(() => {
      if (known === undefined) begin();
    }, []);
    if (Loaded !== undefined) return <Loaded {...props} />;
    if (problem !== undefined) return <Problem error={problem} retry={begin} />;
    return <p class="muted loading">{t.loading}</p>;
  };
}
