import type { DeviceFacts } from '../../../transform-context.js';

/**
 * Whether the Device measures two elements: ESME variant B, alone or combined (`BD`, `BDE` ...).
 * Source: SMETS2 section 5 parts (A single element, B twin element, C polyphase, D onwards auxiliary functions).
 */
export function isTwinElement(device: DeviceFacts | undefined): boolean {
  return device?.esmeVariant?.includes('B') === true;
}

/** Whether the Device is a polyphase ESME: variant C, alone or combined. */
export function isPolyphase(device: DeviceFacts | undefined): boolean {
  return device?.esmeVariant?.includes('C') === true;
}
