/** A path in the configuration, e.g. `['dcm', 'port']`. */
export type MemberPath = readonly (string | number)[];

export interface Substituted {
  readonly content: unknown;
  /** Members whose whole value came from the environment, so that it may be converted to their type. */
  readonly paths: readonly MemberPath[];
  readonly missing: readonly string[];
}

/** Replaces `${NAME}` in every string with the environment variable. */
export function substitute(content: unknown, env: Readonly<Record<string, string | undefined>>): Substituted {
  const paths: MemberPath[] = [];
  const missing = new Set<string>();

  function replace(value: unknown, path: MemberPath): unknown {
    if (Array.isArray(value)) return value.map((item, index) => replace(item, [...path, index]));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, one]) => [name, replace(one, [...path, name])]),
      );
    }
    if (typeof value !== 'string') return value;
    if (/^\$\{\w+\}$/.test(value)) paths.push(path);
    return value.replaceAll(/\$\{(\w+)\}/g, (whole, name: string) => {
      if (env[name] === undefined) missing.add(name);
      return env[name] ?? whole;
    });
  }

  return { content: replace(content, []), paths, missing: [...missing] };
}

/** Sets the member at a path, in a copy. */
export function setMember(content: unknown, [name, ...rest]: MemberPath, value: unknown): unknown {
  if (name === undefined) return value;
  if (Array.isArray(content)) {
    return content.map((item, index) => (index === name ? setMember(item, rest, value) : item));
  }
  const object = content as Record<string, unknown>;
  return { ...object, [name]: setMember(object[String(name)], rest, value) };
}
