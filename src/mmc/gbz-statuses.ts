import type { Description } from '../gbcs/index.js';
import { hasMembers, wordOf } from './decoded-content.js';
import type { MmcTree } from './mmc-tree.js';

/** What went with one component of a GBZ Response, or with one attribute it read. */
interface Status {
  readonly cluster: string;
  readonly command: string;
  readonly attribute?: string;
  /** As the decoder writes it, such as `HARDWARE_FAILURE (0xC0)`. */
  readonly status: string;
}

const SUCCESS = 'SUCCESS (0x00)';

/**
 * Statuses that are no failure: a log without further entries is answered NOT_FOUND.
 * Source: GBCS.md section 5; RTDS 4.5.0 Responses of GCS15 and GCS16 named SUCCESS.
 */
const GOOD = /^(SUCCESS|NOT_FOUND) /;

/** Members of payloads that tell a failure in their own words. Source: RTDS 4.5.0 ERROR Responses. */
const FAILURES: readonly { readonly member: string; readonly bad: RegExp }[] = [
  { member: 'resultType', bad: /^(?!accepted)/ },
  { member: 'sampleId', bad: /^no sampling session/ },
  { member: 'clearedEventLogs', bad: /^0x00$/ },
];

/** The components of a GBZ Response. */
export function componentsOf(content: Description): readonly Readonly<Record<string, Description>>[] {
  const components = hasMembers(content) ? content['components'] : undefined;
  return Array.isArray(components) ? (components as readonly Description[]).filter(hasMembers) : [];
}

/** Whether nothing in a GBZ Response says that something was not done. */
export function gbzSucceeded(content: Description): boolean {
  return statusesOf(content).every(({ status }) => GOOD.test(status));
}

/** `ZIGBEEDebug`: the status of each component, and of each attribute that could not be read. */
export function gbzDebug(content: Description): MmcTree {
  const responses = statusesOf(content).map(({ cluster, command, attribute, status }): MmcTree => {
    const Status = statusTree(status);
    return {
      ClusterName: { value: cluster },
      ...(attribute === undefined
        ? { ZIGBEECommandResponse: [{ CommandID: command, Status: [Status] }] }
        : { ZIGBEEDataResponse: [{ AttributeID: attribute, Status }] }),
    };
  });
  return { ZIGBEEDebug: { ZIGBEEClusterResponse: responses } };
}

function statusesOf(content: Description): readonly Status[] {
  return componentsOf(content).flatMap((component): readonly Status[] => {
    const [cluster, name] = [wordOf(component, 'cluster'), wordOf(component, 'command')];
    const payload = component['payload'];
    if (!hasMembers(payload)) return [{ cluster, command: name, status: SUCCESS }];
    if (name === 'defaultResponse') {
      return [{ cluster, command: wordOf(payload, 'command'), status: wordOf(payload, 'status') }];
    }
    const failed = FAILURES.some(
      ({ member, bad }) => typeof payload[member] === 'string' && bad.test(payload[member]),
    );
    const own = { cluster, command: name, status: failed ? 'FAILURE (0x01)' : SUCCESS };
    const attributes = Array.isArray(payload['attributes'])
      ? (payload['attributes'] as readonly Description[])
      : [];
    return [
      own,
      ...attributes
        .filter(hasMembers)
        .filter(({ status }) => typeof status === 'string')
        .map((read) => ({
          cluster,
          command: name,
          attribute: wordOf(read, 'attribute'),
          status: wordOf(read, 'status'),
        })),
    ];
  });
}

/** `HARDWARE_FAILURE (0xC0)` as MMC has it: code in hexadecimal, word. */
function statusTree(status: string): MmcTree {
  const found = /^([A-Z_]+) \(0x([0-9A-F]{2})\)$/.exec(status);
  const code = found?.[2] ?? /0x([0-9A-Fa-f]{2})/.exec(status)?.[1] ?? '01';
  return { ResponseCode: code.toUpperCase(), ZCLStatus: found?.[1] ?? 'RESPONSE_CODE_NOT_KNOWN' };
}
