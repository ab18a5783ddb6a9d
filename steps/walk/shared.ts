import type { Memory } from './memory.js';

/** Something that is made once and shared, until it is asked to be made anew. What could not be made is tried again. */
export interface Shared<Member> {
  get(): Promise<Member>;
  /** The next one is another one. */
  renew(): void;
}

/**
 * @param name under which it is remembered; it has to be something that JSON can hold
 * @param affordable whether there is what another one takes; otherwise the one that is there goes on being shared
 */
export function createShared<Member>(
  memory: Memory,
  name: string,
  make: () => Promise<Member>,
  affordable: () => boolean = () => true,
): Shared<Member> {
  interface Kept {
    readonly member: Member;
    readonly worn?: boolean;
  }
  const kept = () => memory.get(name)?.value as Kept | undefined;
  return {
    async get() {
      const known = kept();
      if (known && !(known.worn && affordable())) return known.member;
      const member = await make();
      memory.set(name, { member } satisfies Kept);
      return member;
    },
    renew() {
      const known = kept();
      if (known) memory.set(name, { ...known, worn: true } satisfies Kept);
    },
  };
}
