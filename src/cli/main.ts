#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { register as certs } from './commands/certs.js';
import { register as conformance } from './commands/conformance.js';
import { register as correlate } from './commands/correlate.js';
import { register as cpl } from './commands/cpl.js';
import { register as decode } from './commands/decode.js';
import { register as inventory } from './commands/inventory.js';
import { register as messages } from './commands/messages.js';
import { register as parse } from './commands/parse.js';
import { register as protect } from './commands/protect.js';
import { register as quarantine } from './commands/quarantine.js';
import { register as run } from './commands/run.js';
import { register as schemas } from './commands/schemas.js';
import { register as sign } from './commands/sign.js';
import { register as submit } from './commands/submit.js';
import { register as template } from './commands/template.js';
import { register as thresholds } from './commands/thresholds.js';
import { register as transform } from './commands/transform.js';
import { register as users } from './commands/users.js';
import { register as utrn } from './commands/utrn.js';
import { register as validate } from './commands/validate.js';
import { register as verify } from './commands/verify.js';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const program = new Command('duis')
  .description('DUIS Service Requests and GBCS messages on the command line')
  .version(version)
  .showHelpAfterError("(see 'duis help')");

for (const register of [
  validate,
  sign,
  verify,
  submit,
  template,
  transform,
  protect,
  decode,
  parse,
  correlate,
  conformance,
  utrn,
  cpl,
  inventory,
  users,
  messages,
  quarantine,
  thresholds,
  certs,
  run,
  schemas,
]) {
  register(program);
}

await program.parseAsync();
