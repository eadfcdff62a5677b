import type { GbzComponent } from '../gbcs/gbz/component.js';
import { READ_ATTRIBUTES } from '../gbcs/gbz/foundation.js';
import { decodeGbzContent, encodeGbzContent } from '../gbcs/gbz/gbz-content.js';
import type { GbcsMessage, GroupingHeader, UseCase } from '../gbcs/index.js';
import { applyComponents } from './future-dating.js';
import { answerOf, answersItself, failureOf } from './gas-answers.js';
import { logCommand } from './gas-events.js';
import { readAttributes } from './gas-reads.js';
import { publishRecords } from './gas-publications.js';
import { asksToPublish, defaultResponse, GBZ_STATUS, NOT_PROCESSED } from './gbz-default-response.js';
import type { VirtualDevice } from './virtual-device.js';

/**
 * Answers each component: attributes are read, commands carried out, records and what was published to it are published.
 * A component that fails ends the work: those behind it are not processed.
 */
export function executeGbz(
  device: VirtualDevice,
  useCase: UseCase,
  command: GbcsMessage,
  response: GroupingHeader,
): Buffer {
  const components = decodeGbzContent(command.content);
  const { failsAt = components.length } = device;
  applyComponents(device, command, components.slice(0, failsAt));
  if (components.some(acts)) logCommand(device, command.header.messageCode, failsAt === components.length);
  const meter = device.gasMeter();
  if (meter !== device) meter.passTime();
  let frameCounter = 0;
  const encrypted = (component: GbzComponent): GbzComponent => ({
    ...component,
    frameCounter: frameCounter++,
    payload: device.encrypt(response, component.payload),
  });
  return encodeGbzContent(
    components.flatMap((component, position): GbzComponent | readonly GbzComponent[] => {
      if (position > failsAt) return defaultResponse(component, NOT_PROCESSED, GBZ_STATUS.failure);
      const fails = position === failsAt;
      if (isRead(component)) {
        const read = readAttributes(device, useCase, component, fails);
        return read.personal ? encrypted(read.answer) : read.answer;
      }
      if (fails) return failureOf(component);
      if (answersItself(component)) return answerOf(device, component);
      const recorded = publishRecords({ own: device, meter }, component);
      if (recorded !== undefined) return recorded.personal ? encrypted(recorded.answer) : recorded.answer;
      const published = meter.published.answersTo(component);
      if (published !== undefined) return published;
      const status = asksToPublish(component) ? GBZ_STATUS.notFound : GBZ_STATUS.success;
      return defaultResponse(component, component.command, status);
    }),
  );
}

/** Whether a component does more than ask. */
function acts(component: GbzComponent): boolean {
  return !isRead(component) && !asksToPublish(component);
}

function isRead({ frameControl, command }: GbzComponent): boolean {
  return !frameControl.clusterSpecific && command === READ_ATTRIBUTES;
}
