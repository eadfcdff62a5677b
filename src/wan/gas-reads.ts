import { basic } from '../gbcs/gbz/clusters/basic.js';
import { metering } from '../gbcs/gbz/clusters/metering.js';
import { prepayment } from '../gbcs/gbz/clusters/prepayment.js';
import { clusterOf } from '../gbcs/gbz/cluster-catalogue.js';
import type { GbzComponent } from '../gbcs/gbz/component.js';
import { type AttributeReport, READ_ATTRIBUTES_RESPONSE } from '../gbcs/gbz/foundation.js';
import { encodePayload, readFrame } from '../gbcs/gbz/frame.js';
import type { UseCase } from '../gbcs/index.js';
import { InternalError } from '../common/errors.js';
import { GBZ_STATUS } from './gbz-default-response.js';
import type { VirtualDevice } from './virtual-device.js';

/** GBCS reads the firmware version under this name. */
const FIRMWARE = metering.attributes.currentMeterId;

interface ReadRow {
  readonly useCase: string;
  /** The cluster whose values only the reader may see; all, if absent. */
  readonly cluster?: number;
  readonly encrypted: boolean;
  readonly disableDefaultResponse: boolean;
}

/** Reads whose answers are not plain. Source: Responses of RTDS 4.5.0; all other reads have neither. */
const READS: readonly ReadRow[] = [
  { useCase: 'GCS13a', encrypted: true, disableDefaultResponse: true },
  { useCase: 'GCS13b', encrypted: true, disableDefaultResponse: true },
  { useCase: 'GCS13c', encrypted: true, disableDefaultResponse: true },
  { useCase: 'GCS14', cluster: prepayment.id, encrypted: true, disableDefaultResponse: false },
  { useCase: 'GCS21f', encrypted: false, disableDefaultResponse: true },
];

/** Who knows an attribute: what a Device is it knows itself, what is measured and charged the meter of its home does. */
function ownerOf(device: VirtualDevice, cluster: number, attribute: number): VirtualDevice {
  const isOwn = cluster === basic.id || (cluster === metering.id && attribute === FIRMWARE.id);
  return isOwn ? device : device.gasMeter();
}

/**
 * Reads the attributes a component asks for. One the Device does not have is reported as unsupported.
 * @param fails whether the first of them cannot be read
 * @returns the answer in plain, and whether it is personal: to be encrypted
 */
export function readAttributes(
  device: VirtualDevice,
  useCase: UseCase,
  component: GbzComponent,
  fails: boolean,
): { readonly answer: GbzComponent; readonly personal: boolean } {
  const cluster = clusterOf(component.cluster);
  if (cluster === undefined) throw new InternalError(`no cluster ${component.cluster}`);
  const { attributes } = readFrame(component).values as { readonly attributes: readonly number[] };
  const reports = attributes.map((attribute, position): AttributeReport => {
    if (fails && position === 0) return { attribute, status: GBZ_STATUS.hardwareFailure };
    const value = ownerOf(device, component.cluster, attribute).attributes.read(component.cluster, attribute);
    return value === undefined
      ? { attribute, status: GBZ_STATUS.unsupportedAttribute }
      : { attribute, status: GBZ_STATUS.success, ...value };
  });
  const row = READS.find(
    (each) => each.useCase === useCase.code && (each.cluster ?? component.cluster) === component.cluster,
  );
  return {
    personal: row?.encrypted ?? false,
    answer: {
      cluster: component.cluster,
      sequence: component.sequence,
      frameControl: {
        clusterSpecific: false,
        direction: 'server to client',
        disableDefaultResponse: row?.disableDefaultResponse ?? false,
      },
      command: READ_ATTRIBUTES_RESPONSE,
      payload: encodePayload(cluster.foundation.readAttributesResponse, { attributes: reports }),
    },
  };
}
