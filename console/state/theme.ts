import { recall, remember } from './memory.js';
import { createSignal } from './signal.js';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const chosen = recall('localStorage', 'theme');
export const theme = createSignal<Theme>(themes.find((name) => name === chosen) ?? 'system');

function dress(wanted: Theme): void {
  if (wanted === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = wanted;
}

dress(theme.get());
theme.watch((wanted) => {
  remember('localStorage', 'theme', wanted);
  dress(wanted);
});
