declare module 'pgpass' {
  interface Connecting {
    readonly host: string;
    readonly port: number;
    readonly database: string;
    readonly user: string;
  }

  /** Looks for the password of a connection in `~/.pgpass`; undefined if there is none. */
  function pgpass(connecting: Connecting, found: (password: string | undefined) => void): void;
  export = pgpass;
}
