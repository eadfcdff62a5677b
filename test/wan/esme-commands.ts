import { commandContext } from '../../src/cli/command-context.js';
import { referenceDevices, referenceFacts } from '../../src/cli/conformance/reference-facts.js';
import { decodeAccessRequest } from '../../src/gbcs/dlms/access-request.js';
import { encodeData } from '../../src/gbcs/dlms/dlms-type.js';
import { instant } from '../../src/gbcs/dlms/index.js';
import { protectedReadArgument } from '../../src/gbcs/dlms/protected-attributes.js';
import { type LogRange, rangeDescriptor } from '../../src/gbcs/dlms/range-descriptor.js';
import type { GbcsMessage } from '../../src/gbcs/index.js';
import { transform } from '../../src/gbcs/transform.js';
import { openCredentials } from '../../src/smki/index.js';
import { sampleRequest } from '../gbcs/requests.js';
import type { VirtualHome } from './virtual-home.js';

const { store: credentials } = await openCredentials({ testCredentials: true });

let counter = 0;
/** An Originator Counter that is higher than those before. */
const nextCounter = (home: VirtualHome): bigint => BigInt(home.now.getTime()) + BigInt((counter += 1));

/** The same with other values where an element of a name is. */
function changed(content: unknown, values: Readonly<Record<string, unknown>>): unknown {
  if (Array.isArray(content)) return content.map((each) => changed(each, values));
  if (typeof content !== 'object' || content === null || content instanceof Date) return content;
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      name in values ? values[name] : changed(value, values),
    ]),
  );
}

/** Sends a sample with other values of elements, by name. @returns what is said of it, the Response first */
export async function ask(
  home: VirtualHome,
  sample: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<GbcsMessage[]> {
  const request = sampleRequest(sample);
  const asked = { ...request, body: changed(request.body, values) as typeof request.body };
  const devices = referenceDevices(request.requestId.target, referenceFacts(sample));
  const { message, protection } = transform(
    asked,
    commandContext(asked, { devices, counter: nextCounter(home), credentials }),
  );
  const header = { ...message.header, originatorCounter: nextCounter(home) };
  return home.send({ ...home.command(sample), protection, message: { ...message, header } });
}

const encodedTimes = (type: typeof instant, { from, to }: LogRange) => [
  encodeData(type, from).toString('hex'),
  encodeData(type, to).toString('hex'),
];

/** Sends a sample that reads a log, with another range. @returns the content of the Response */
export async function read(home: VirtualHome, sample: string, range?: LogRange): Promise<unknown> {
  const command = home.command(sample);
  let content = command.message.content.toString('hex');
  if (range) {
    const [item] = decodeAccessRequest(command.message.content).items;
    if (item === undefined) throw new Error('nothing is read');
    if (item.selection) {
      const descriptor = item.selection;
      const old = Buffer.from(descriptor.bytes(descriptor.remaining)).toString('hex');
      content = content.replace(old, encodeData(rangeDescriptor, range).toString('hex'));
    } else {
      const restriction = protectedReadArgument.read(item.data).objects[0]?.restriction;
      if (restriction === undefined) throw new Error('no range is read');
      const times = encodedTimes(instant, range);
      encodedTimes(instant, restriction).forEach((old, index) => {
        content = content.replaceAll(old, times[index] ?? old);
      });
    }
  }
  const header = { ...command.message.header, originatorCounter: nextCounter(home) };
  const [answer] = await home.send({
    ...command,
    message: { ...command.message, header, content: Buffer.from(content, 'hex') },
  });
  if (answer === undefined) throw new Error('no Response');
  return home.revealed(answer);
}
