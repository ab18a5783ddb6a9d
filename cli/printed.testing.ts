import { vi } from 'vitest';
import { reportError } from './exit.js';

export interface Printed {
  readonly code: number;
  readonly text: string;
}

/** A command in this process, with all that it prints. */
export async function printedBy(command: () => Promise<number>): Promise<Printed> {
  const lines: string[] = [];
  const take = (...parts: unknown[]) => void lines.push(parts.join(' '));
  const spies = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')].map((spy) =>
    spy.mockImplementation(take),
  );
  try {
    return { code: await command().catch(reportError), text: lines.join('\n') };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
