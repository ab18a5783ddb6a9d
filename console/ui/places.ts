import type { Language } from '../state/language.js';

/** A page in the menu. */
export interface NavItem {
  readonly to: string;
  readonly title: string;
  readonly current: boolean;
  /** A page of another site of the mock. */
  readonly outside?: boolean;
  /** Leads there after `g`. */
  readonly letter?: string | undefined;
}

/** Where the palette can lead. */
export interface Place {
  readonly to: string;
  readonly title: string;
  /** What it is, in the language of the reader. */
  readonly kind: string;
}

/**
 * Finds what a text names: a number, a guid, words.
 *
 * @param text trimmed; empty for what a reader may want without having written anything
 */
export type Finder = (text: string, language: Language) => Promise<readonly Place[]>;
