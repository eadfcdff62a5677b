import type { Command } from 'commander';

export interface DatabaseOption {
  readonly database?: string;
}

/** A command that works on the gateway's database. */
export function onDatabase(command: Command): Command {
  return command.option('--database <file>', 'SQLite file; by default that of the settings');
}
