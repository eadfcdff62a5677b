import type { Command } from 'commander';

export interface DatabaseOption {
  readonly database?: string;
}

/** A command that works on the gateway's database. */
export function onDatabase(command: Command): Command {
  return command.option('--database <url>', 'SQLite file or postgres://...; by default that of the settings');
}
