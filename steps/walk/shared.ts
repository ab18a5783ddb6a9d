/** Something that is made once and shared, until it is asked to be made anew. What could not be made is tried again. */
export interface Shared<Member> {
  get(): Promise<Member>;
  /** The next one is another one. */
  renew(): void;
}

export function createShared<Member>(make: () => Promise<Member>): Shared<Member> {
  let member: Member | undefined;
  return {
    async get() {
      member ??= await make();
      return member;
    },
    renew() {
      member = undefined;
    },
  };
}
