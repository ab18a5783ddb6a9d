import type { Server } from 'node:http';
import { alike, said, UsageError } from '../contract/texts/said.js';

/** The mock cannot listen on the address. */
export class ListenError extends UsageError {
  override name = 'ListenError';
}

/**
 * @param exclusive whether no other process of this command may listen there, too
 * @throws {ListenError}
 */
export function listen(server: Server, port: number, host: string, exclusive = false): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const inUse = error.code === 'EADDRINUSE';
      const advice = inUse
        ? said(
            'another program is listening there, perhaps an earlier run; stop it, or use another port (--port, dcm.port in bank.yaml, or the option port of startMock), or 0 for any free one',
            'цей порт зайнято іншою програмою, можливо, попереднім прогоном; зупиніть її або виберіть інший порт (--port, dcm.port у bank.yaml чи параметр port функції startMock) або 0, щоб узяти будь-який вільний',
          )
        : alike(error.message);
      reject(
        new ListenError(
          said(
            `cannot listen on ${host}:${port}: ${advice.en}`,
            `неможливо слухати на ${host}:${port}: ${advice.uk}`,
          ),
        ),
      );
    });
    server.listen({ port, host, exclusive }, () => resolve());
  });
}
