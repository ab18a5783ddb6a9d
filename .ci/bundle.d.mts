/**
 * Bundles the program into a folder.
 *
 * @param more files beside those of the product that are loaded by name
 * @returns the paths of all files that went into it
 */
export function bundle(out: string, more?: readonly string[]): Promise<string[]>;
