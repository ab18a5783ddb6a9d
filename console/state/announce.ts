import { createSignal } from './signal.js';

/** What a screen reader is told, and what is shown for a moment at the foot of the page. */
export const announcement = createSignal<{ readonly text: string }>({ text: '' });

export const announce = (text: string): void => announcement.set({ text });
