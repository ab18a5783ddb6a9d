/** This machine, as seen by itself. */

const addresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const names = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** Whether the other end of a connection, by its IP address, is on this machine. */
export const isLoopbackAddress = (address: string | undefined): boolean => addresses.has(address ?? '');

/** Whether a host, without a port, is this machine by name or address. */
export const isLoopbackHost = (host: string): boolean => names.has(host);
