import { Command, CommanderError } from 'commander';

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly output: string;
  readonly errors: string;
  readonly exitCode: number;
}

/**
 * Makes a `duis` of some commands that runs in this process.
 * @param registrations add each its command
 */
export function duisWith(
  ...registrations: readonly ((program: Command) => void)[]
): (...args: string[]) => Promise<Outcome> {
  return async (...args) => {
    const [output, errors]: [string[], string[]] = [[], []];
    const program = new Command('duis');
    for (const register of registrations) register(program);
    const written = {
      writeErr: (text: string) => errors.push(text),
      writeOut: (text: string) => output.push(text),
    };
    for (const command of commandsOf(program)) command.exitOverride().configureOutput(written);
    const { log, error } = console;
    console.log = (text: string) => output.push(`${text}\n`);
    console.error = (text: string) => errors.push(`${text}\n`);
    let exitCode: number;
    try {
      await program.parseAsync(args, { from: 'user' });
      exitCode = Number(process.exitCode ?? 0);
    } catch (problem) {
      if (!(problem instanceof CommanderError)) throw problem;
      exitCode = problem.exitCode;
    } finally {
      console.log = log;
      console.error = error;
      process.exitCode = undefined;
    }
    return { output: output.join(''), errors: errors.join(''), exitCode };
  };
}

/** A command with all below it. */
const commandsOf = (command: Command): Command[] => [command, ...command.commands.flatMap(commandsOf)];
