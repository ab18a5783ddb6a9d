import type { Memory } from './memory.js';

/** Something that is made once and shared, until it is asked to be made anew. What could not be made is tried again. */
export interface Shared<Member> {
  get(): Promise<Member>;
  /** The next one is another one. */
  renew(): void;
}

/** @param name under which it is remembered; it has to be something that JSON can hold */
export function createShared<Member>(
  memory: Memory,
  name: string,
  make: () => Promise<Member>,
): Shared<Member> {
  return {
    async get() {
      const known = memory.get(name);
      if (known) return known.value as Member;
      const member = await make();
      memory.set(name, member);
      return member;
    },
    renew: () => memory.forget(name),
  };
}
