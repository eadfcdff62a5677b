import { CodecError } from '../../common/errors.js';
import type { CommandPart } from './command-part.js';
import type { GbzComponent } from './component.js';
import { commandOfComponent } from './frame.js';
import type { ZclCommand } from './zcl-cluster.js';

type Layout = readonly Pick<CommandPart<never>, 'command' | 'instances'>[];

/** Where the frame control stands in front of an unencrypted payload. */
const ZCL_HEADER_LENGTH = 3;

function headerOffset(component: GbzComponent): number | undefined {
  const { payloadOffset } = component;
  return payloadOffset === undefined ? undefined : payloadOffset - ZCL_HEADER_LENGTH;
}

/** Offset of what would come after the last component. */
function endOf(components: readonly GbzComponent[]): number | undefined {
  const last = components.at(-1);
  return last?.payloadOffset === undefined ? undefined : last.payloadOffset + last.payload.length;
}

/**
 * Checks that components follow a use case's layout: each row in its order and as often as it may be.
 * @throws CodecError at the first component that is out of place, or if some are missing
 */
export function checkLayout(components: readonly GbzComponent[], layout: Layout): void {
  let next = 0;
  for (const { command, instances } of layout) {
    const [least, most] = instances;
    let count = 0;
    while (count < most && next < components.length) {
      const component = components[next];
      if (!component || !isSame(commandOfComponent(component), command)) break;
      count++;
      next++;
    }
    if (count < least) {
      const found = components[next];
      const what = found ? commandOfComponent(found).name : 'the end';
      throw new CodecError(
        `expected ${command.name}, found ${what}`,
        found ? headerOffset(found) : endOf(components),
        `components[${next}]`,
      );
    }
  }
  const extra = components[next];
  if (extra) {
    throw new CodecError(
      `the use case has no ${commandOfComponent(extra).name} here`,
      headerOffset(extra),
      `components[${next}]`,
    );
  }
}

/** Checks that every component is one the use case may have. @throws CodecError at the first that is not */
export function checkMembers(components: readonly GbzComponent[], members: readonly ZclCommand[]): void {
  components.forEach((component, index) => {
    const found = commandOfComponent(component);
    if (!members.some((member) => isSame(found, member))) {
      throw new CodecError(
        `the use case has no ${found.name} of cluster ${found.cluster.toString(16).padStart(4, '0')}`,
        headerOffset(component),
        `components[${index}]`,
      );
    }
  });
}

function isSame(a: ZclCommand, b: ZclCommand): boolean {
  return (
    a.cluster === b.cluster &&
    a.id === b.id &&
    a.clusterSpecific === b.clusterSpecific &&
    a.direction === b.direction
  );
}
