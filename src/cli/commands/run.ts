import { type Command, InvalidArgumentError } from 'commander';
import { writeFileSync } from 'node:fs';
import { REPORTS, runScenario, type ScenarioReport, type StepReport } from '../../scenario/index.js';
import { reporting } from './certs.js';

interface Report {
  readonly format: string;
  readonly file: string;
}

interface RunCommandOptions {
  readonly report?: readonly Report[];
  readonly seed?: string;
}

/** `duis run`: plays scenarios, each on a gateway of its own. */
export function register(program: Command): void {
  program
    .command('run')
    .description('play scenarios, each on a gateway of its own; exit code 1 if one fails')
    .argument('<file...>', 'YAML files such as those of samples/scenarios')
    .option(
      '--report <format=file>',
      'write a report as well: junit=FILE, json=FILE or html=FILE; may be repeated',
      appendReport,
    )
    .option(
      '--seed <text>',
      'what the keys of virtual Devices are made from, in place of the seed of each scenario',
    )
    .action(async (files: string[], options: RunCommandOptions, command: Command) => {
      await reporting(command, async () => {
        const { seed } = options;
        const scenarios: ScenarioReport[] = [];
        for (const file of files) {
          console.log(file);
          scenarios.push(await runScenario(file, { onStep: print, ...(seed !== undefined && { seed }) }));
        }
        for (const { format, file } of options.report ?? [])
          writeFileSync(file, REPORTS[format]?.(scenarios) ?? '');
        const passed = scenarios.filter((scenario) => scenario.passed).length;
        console.log(`${passed} of ${files.length} scenarios passed`);
        if (passed < files.length) process.exitCode = 1;
      });
    });
}

function print({ number, title, faults }: StepReport): void {
  console.log(`  ${faults.length === 0 ? 'ok  ' : 'FAIL'} ${number} ${title}`);
  for (const fault of faults) console.log(`         ${fault}`);
}

function appendReport(text: string, before: readonly Report[] = []): readonly Report[] {
  const [, format = '', file = ''] = /^(\w+)=(.+)$/.exec(text) ?? [];
  if (!Object.hasOwn(REPORTS, format)) {
    throw new InvalidArgumentError(
      `It has to be one of ${Object.keys(REPORTS).join(', ')}, such as junit=report.xml.`,
    );
  }
  return [...before, { format, file }];
}
