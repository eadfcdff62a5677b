import { CodecError } from '../../common/errors.js';
import { readDataType, dataTypeOf } from './attribute-types.js';
import { uint16, uint8 } from './integers.js';
import { structure, untilEnd } from './structures.js';
import type { Direction, ZclAttribute, ZclCommand } from './zcl-cluster.js';
import { SUCCESS, zclStatus } from './zcl-status.js';
import type { ZclType } from './zcl-type.js';

/** What one attribute of a Read Attributes Response says. */
export interface AttributeReport {
  /** Attribute identifier. */
  readonly attribute: number;
  /** ZCL status; data type and value follow only after success. */
  readonly status: number;
  /** ZCL data type identifier. */
  readonly dataType?: number;
  readonly value?: unknown;
}

/** Command identifiers that exist in every cluster. Source: ZCL, "General command frames". */
export const READ_ATTRIBUTES = 0x00;
export const READ_ATTRIBUTES_RESPONSE = 0x01;
export const DEFAULT_RESPONSE = 0x0b;

/** In a Default Response: a Command the Device did not process, because an earlier one failed. */
const NOT_PROCESSED = 0xff;

type AttributesById = ReadonlyMap<number, ZclAttribute>;

/** Attribute identifier: 2 bytes, little-endian. */
function attributeIdentifier(attributes: AttributesById): ZclType<number> {
  return {
    ...uint16,
    name: 'attribute identifier',
    describe: (id) => attributes.get(id)?.name ?? `0x${id.toString(16).padStart(4, '0')}`,
  };
}

/** Identifier (2, little-endian), status (1); after success data type (1) and value. */
function attributeReport(attributes: AttributesById): ZclType<AttributeReport> {
  const identifier = attributeIdentifier(attributes);
  return {
    name: 'attribute report',
    shape: { kind: 'attribute report' },
    read(reader) {
      const attribute = reader.u16Le('attribute identifier');
      const status = reader.u8('attribute status');
      if (status !== SUCCESS) return { attribute, status };
      const type = readDataType(reader);
      return { attribute, status, dataType: type.dataTypeId ?? 0, value: type.read(reader) };
    },
    write(writer, { attribute, status, dataType, value }) {
      writer.u16Le(attribute).u8(status);
      if (status !== SUCCESS) return;
      if (dataType === undefined) throw new CodecError('an attribute that was read has a data type');
      writer.u8(dataType);
      dataTypeOf(dataType).write(writer, value);
    },
    describe({ attribute, status, dataType, value }) {
      const name = identifier.describe(attribute);
      if (dataType === undefined) return { attribute: name, status: zclStatus.describe(status) };
      const known = attributes.get(attribute)?.type;
      const type = known?.dataTypeId === dataType ? known : dataTypeOf(dataType);
      return { attribute: name, value: type.describe(value) };
    },
  };
}

/** The profile-wide commands as they appear in one cluster. */
export interface FoundationCommands {
  readonly readAttributes: ZclCommand<{ readonly attributes: readonly number[] }>;
  readonly readAttributesResponse: ZclCommand<{ readonly attributes: readonly AttributeReport[] }>;
  /** Answers a command that came the other way. */
  readonly defaultResponse: Readonly<Record<Direction, ZclCommand<DefaultResponse>>>;
}

export interface DefaultResponse {
  /** Identifier of the command answered. */
  readonly command: number;
  readonly status: number;
}

function defaultResponse(
  cluster: number,
  direction: Direction,
  answered: readonly ZclCommand[],
): ZclCommand<DefaultResponse> {
  const names = new Map(answered.map((command) => [command.id, command.name]));
  names.set(NOT_PROCESSED, 'not processed');
  const command: ZclType<number> = {
    ...uint8,
    describe: (id) => names.get(id) ?? `0x${id.toString(16).padStart(2, '0')}`,
  };
  return {
    cluster,
    clusterSpecific: false,
    id: DEFAULT_RESPONSE,
    direction,
    name: 'defaultResponse',
    payload: structure({ command, status: zclStatus }),
  };
}

/** Read Attributes, its Response and the Default Response, readable with the names of a cluster. */
export function foundationCommands(
  cluster: number,
  attributes: readonly ZclAttribute[],
  fromServer: readonly ZclCommand[],
  fromClient: readonly ZclCommand[],
): FoundationCommands {
  const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));
  const row = { cluster, clusterSpecific: false };
  return {
    readAttributes: {
      ...row,
      id: READ_ATTRIBUTES,
      direction: 'client to server',
      name: 'readAttributes',
      payload: structure({ attributes: untilEnd(attributeIdentifier(byId)) }),
    },
    readAttributesResponse: {
      ...row,
      id: READ_ATTRIBUTES_RESPONSE,
      direction: 'server to client',
      name: 'readAttributesResponse',
      payload: structure({ attributes: untilEnd(attributeReport(byId)) }),
    },
    defaultResponse: {
      'server to client': defaultResponse(cluster, 'server to client', fromClient),
      'client to server': defaultResponse(cluster, 'client to server', fromServer),
    },
  };
}
