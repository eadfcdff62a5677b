import { writeFileSync } from 'node:fs';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { systemClock } from '../../common/clock.js';
import { ConfigError } from '../../common/errors.js';
import { parseEui64 } from '../../common/eui64.js';
import { formatRequestId, parseRequestId } from '../../common/request-id.js';
import { elementValues } from '../../duis/element-values/index.js';
import { fillTemplate, listTemplates, readTemplate } from '../../templates/index.js';
import { readCounter } from '../originator-counter-option.js';
import { postRequest } from '../post-request.js';
import { signAsOriginator } from '../sign-as-originator.js';
import { reporting } from './certs.js';

interface ListOptions {
  readonly variant?: string;
  readonly useCase?: string;
  readonly name?: string;
}

interface FillOptions {
  readonly set: Readonly<Record<string, string>>;
  readonly originator?: string;
  readonly target?: string;
  readonly counter?: bigint;
  readonly sign?: true;
  readonly send?: string | true;
  readonly keystore?: string;
  readonly output?: string;
}

const REQUEST_ID = 'Header/RequestID';
const HEADINGS = ['TEMPLATE', 'SRV', 'CV', 'USE CASE', 'SERVICE'];

/** `duis template`: finds, shows, fills, signs and sends the published sample requests. */
export function register(program: Command): void {
  const template = program
    .command('template')
    .description('the published sample requests: find, show, fill, sign and send them');

  template
    .command('list')
    .description('list templates: name, Service Reference Variant, Command Variant, Use Case and service')
    .option('--variant <variant>', 'of this Service Reference Variant, or Service Reference')
    .option('--use-case <code>', 'of this GBCS Use Case')
    .option(
      '--name <words>',
      'with these words in the name, the title of the Use Case or the name of the service',
    )
    .action((options: ListOptions) => {
      for (const line of table(options)) console.log(line);
    });

  template
    .command('show')
    .description('print a template, or the paths and values in it')
    .argument('<name>', 'such as ECS17b_4.1.1_SINGLE')
    .option('--paths', "each value as PATH=VALUE, as 'duis template fill --set' takes it")
    .action((name: string, { paths }: { paths?: true }, command: Command) => {
      reporting(command, () => {
        const { xml } = readTemplate(name);
        if (paths === undefined) process.stdout.write(xml);
        else for (const { path, value } of elementValues(Buffer.from(xml))) console.log(`${path}=${value}`);
      });
    });

  template
    .command('fill')
    .description('put values into a template and print it, or sign it, or send it and print the answer')
    .argument('<name>', 'such as ECS17b_4.1.1_SINGLE')
    .addOption(
      new Option(
        '--set <path=value...>',
        "a value by its path or an end of it that no other path has; 'duis template show NAME --paths' lists them",
      )
        .argParser(addValue)
        .default({}, 'the values of the template'),
    )
    .option('--originator <eui>', 'Business Originator: the User')
    .option(
      '--target <eui>',
      'Business Target: the Device, or the Access Control Broker for a Non-Device Service',
    )
    .option(
      '--counter <n>',
      "Originator Counter; by default that of the template, and 'now', milliseconds since 1970, with --send",
      readCounter,
    )
    .option('--sign', 'sign it with the key of its Business Originator')
    .option(
      '--send [url]',
      'sign it and send it to the gateway there; by default where the settings say it listens',
    )
    .option(
      '--keystore <directory>',
      'certificates and keys to sign with; by default those the gateway knows',
    )
    .option('-o, --output <file>', 'write there instead of to standard output')
    .action(async (name: string, options: FillOptions, command: Command) => {
      await reporting(command, () => fill(name, options));
    });
}

async function fill(name: string, options: FillOptions): Promise<void> {
  const filled = fillTemplate(name, { ...options.set, ...requestIdOf(name, options) });
  const { send, sign, keystore } = options;
  const signs = sign === true || send !== undefined;
  const message = signs ? await signAsOriginator(Buffer.from(filled), { keystore }) : Buffer.from(filled);
  if (options.output !== undefined) writeFileSync(options.output, message);
  if (send === undefined) {
    if (options.output === undefined) process.stdout.write(message);
    return;
  }
  const answer = await postRequest(message, send === true ? undefined : send);
  process.stdout.write(`${answer.body}\n`);
  if (!answer.accepted) process.exitCode = 1;
}

/** The RequestID of the template with the parts that are given; nothing where none is. */
function requestIdOf(name: string, options: FillOptions): Record<string, string> {
  const { originator, target, send } = options;
  const counter = options.counter ?? (send === undefined ? undefined : BigInt(systemClock().getTime()));
  if (originator === undefined && target === undefined && counter === undefined) return {};
  const given = Object.keys(options.set).find((path) => /(^|\/)RequestID$/.test(path));
  if (given !== undefined) {
    if (options.counter === undefined && originator === undefined && target === undefined) return {};
    throw new ConfigError(
      '--set',
      `${given} is made of --originator, --target and --counter; give one or the other`,
    );
  }
  const present = elementValues(Buffer.from(readTemplate(name).xml)).find(({ path }) => path === REQUEST_ID);
  if (present === undefined) throw new ConfigError('template', `'${name}' has no ${REQUEST_ID}`);
  const id = parseRequestId(present.value);
  const changed = {
    originator: originator === undefined ? id.originator : parseEui64(originator),
    target: target === undefined ? id.target : parseEui64(target),
    counter: counter ?? id.counter,
  };
  return { [REQUEST_ID]: formatRequestId(changed) };
}

function addValue(text: string, before: Readonly<Record<string, string>>): Record<string, string> {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('It has to be PATH=VALUE.');
  const path = text.slice(0, at);
  if (path in before) throw new InvalidArgumentError(`${path} is given twice.`);
  return { ...before, [path]: text.slice(at + 1) };
}

function table(options: ListOptions): string[] {
  const rows = listTemplates(options).map((each) => [
    each.name,
    each.serviceReferenceVariant,
    String(each.commandVariant),
    each.useCase ?? '-',
    each.service,
  ]);
  const all = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
