import type { Command } from 'commander';
import { readSettings } from '../../config/index.js';
import { addSchemaPack, ensureSchemaPacks, installedPacks, VALIDATED_AS } from '../../duis/schema/index.js';
import { reporting } from './certs.js';

const ORIGINS = {
  package: 'official, from the installed npm package',
  uplift: "made from the official 5.1 by the project's uplift definition",
  added: 'official, added by you',
} as const;

interface Options {
  readonly xsd?: string;
}

const xsdDirectory = ({ xsd }: Options): string => xsd ?? readSettings().xsd_dir;

/** `duis schemas`: installs and lists the schemas that documents are validated against. */
export function register(program: Command): void {
  const schemas = program.command('schemas').description('install and list DUIS schemas');
  const withDirectory = (command: Command): Command =>
    command.option('--xsd <directory>', 'the folder of the schemas; by default DUIS_XSD_DIR');

  withDirectory(schemas.command('list'))
    .description('list the schemas that are installed')
    .action((options: Options, command: Command) => {
      reporting(command, () => list(xsdDirectory(options)));
    });

  withDirectory(schemas.command('install'))
    .description('install the schemas the project brings along, as the first start does')
    .action(async (options: Options, command: Command) => {
      await reporting(command, async () => {
        const versions = await ensureSchemaPacks(xsdDirectory(options));
        console.log(versions.length === 0 ? 'nothing to do' : `installed ${versions.join(', ')}`);
      });
    });

  withDirectory(schemas.command('add'))
    .description(
      'install official schemas: DUIS Schema V*.xsd, MMC Schema V*.xsd and xmldsig-core-schema.xsd',
    )
    .argument('<source>', 'a folder or a zip archive')
    .action(async (source: string, options: Options, command: Command) => {
      await reporting(command, async () => {
        const { version } = await addSchemaPack(xsdDirectory(options), source);
        console.log(`installed ${version}: ${ORIGINS.added}`);
      });
    });
}

function list(directory: string): void {
  const packs = installedPacks(directory);
  if (packs.length === 0) console.log('none; duis schemas install makes them');
  for (const { version, origin } of packs) console.log(`${version}  ${ORIGINS[origin]}`);
  const versions = new Set(packs.map(({ version }) => version));
  for (const [version, other] of Object.entries(VALIDATED_AS)) {
    if (!versions.has(version) && versions.has(other)) console.log(`${version}  validated as ${other}`);
  }
}
