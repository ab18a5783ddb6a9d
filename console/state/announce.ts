import { createSignal } from './signal.js';

/** What a screen reader announces, and what the foot of the page shows for a moment. */
export const announcement = createSignal<{ readonly text: string }>({ text: '' });

export const announce = (text: string): void => announcement.set({ text });
