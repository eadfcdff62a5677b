import type { Command } from 'commander';
import { systemClock } from '../../common/clock.js';
import { GatewayError } from '../../common/errors.js';
import { requestOriginator, SignatureError, verifyMessage } from '../../duis/signature/index.js';
import { type SignerLookup, signerLookup } from '../../smki/index.js';
import { readSettings } from '../../config/index.js';
import { readInput } from '../files.js';
import { commandCredentials, reporting } from './certs.js';

interface Options {
  readonly keystore?: string;
  readonly refuseExpired?: true;
  readonly nested?: true;
}

/** `duis verify`: checks the XML signature of DUIS messages. */
export function register(program: Command): void {
  program
    .command('verify')
    .description('check the XML signature of DUIS messages; exit code 1 if one is refused')
    .argument('<file...>', 'the messages, - for standard input')
    .option('--keystore <directory>', 'certificates; by default those the gateway knows')
    .option('--refuse-expired', 'refuse certificates past their end whatever DUIS_ACCEPT_EXPIRED says')
    .option('--nested', 'take Signatures deeper in a message (of an S1SP) as content of the outer one')
    .action(async (files: string[], options: Options, command: Command) => {
      await reporting(command, async () => {
        const { store } = await commandCredentials(options.keystore);
        const acceptExpired = options.refuseExpired === undefined && readSettings().accept_expired;
        const lookup = signerLookup(store, { clock: systemClock, acceptExpired });
        let refused = false;
        for (const file of files) {
          const verdict = judge(file, lookup, options.nested === true);
          console.log(`${file}: ${verdict.text}`);
          refused ||= !verdict.good;
        }
        if (refused) process.exitCode = 1;
      });
    });
}

function judge(file: string, lookup: SignerLookup, nested: boolean): { good: boolean; text: string } {
  try {
    const message = readInput(file);
    const { canonicalBytes, signer } = verifyMessage(message, lookup, {
      nestedSignatures: nested ? 'content' : 'refuse',
    });
    const originator = requestOriginator(canonicalBytes);
    if (originator !== undefined && originator !== signer.eui) {
      throw new SignatureError('signer-mismatch', `${signer.eui} signed what is from ${originator}`);
    }
    const { issuerName, serialNumber } = signer.certificate;
    return {
      good: true,
      text: `signed by ${signer.eui} (${signer.name}, certificate ${serialNumber} of ${issuerName})`,
    };
  } catch (error) {
    if (error instanceof GatewayError) return { good: false, text: `refused, ${error.message}` };
    if (error instanceof Error && 'syscall' in error) return { good: false, text: error.message };
    throw error;
  }
}
