import { afterAll, beforeAll, describe } from 'vitest';
import { createPostgresServer, type PostgresServer, postgresPrograms } from './postgres-server.testing.js';

if (postgresPrograms === undefined) {
  console.warn(
    `No PostgreSQL: tests with a database ${process.env.CI === 'true' ? 'FAIL' : 'are SKIPPED'}. ` +
      'Install it (apt-get install postgresql), or name the folder of its programs in DCM_POSTGRES_BIN.',
  );
}

/** Tests with a PostgreSQL of their own: skipped on a machine without it, but never in CI. */
export function describeWithPostgres(
  name: string,
  tests: (server: PostgresServer) => void,
  options: readonly string[] = ['-c fsync=off'],
): void {
  describe.skipIf(postgresPrograms === undefined && process.env.CI !== 'true')(name, () => {
    let server: PostgresServer | undefined;
    const there = (): PostgresServer => {
      if (server === undefined) throw new Error('The server has not been started');
      return server;
    };
    beforeAll(async () => {
      server = createPostgresServer(options);
      await server.start();
    }, 60_000);
    afterAll(() => server?.stop());
    tests({
      database: () => there().database(),
      kill: () => there().kill(),
      start: () => there().start(),
      stop: () => there().stop(),
    });
  });
}
