import { boolean, octetText } from '../../../dlms/index.js';
import { dlmsUseCase, get, nothingToSay } from '../engine/index.js';
import { eui64 } from '../shared/eui64-type.js';
import { before, GBCS_2, since } from '../shared/gbcs-version.js';

const entityIdentifier = get({ classId: 1, obis: '0-0:96.1.1.255' }, 2, eui64);
const meterVariant = get({ classId: 1, obis: '0-0:96.1.2.255' }, 2, octetText(1));
const modelType = get({ classId: 1, obis: '0-0:96.1.4.255' }, 2, octetText(8));
/** Three letters on Devices before `GBCS_2`, else four with a space at the end. */
const manufacturerIdentifier = get({ classId: 1, obis: '0-0:96.1.6.255' }, 2, octetText({ min: 3, max: 4 }));
const supplyTamperState = get({ classId: 1, obis: '0-0:94.44.0.4' }, 2, boolean);

/** The use cases differ in Device, GBCS version and message code only. */
const layout = {
  messageType: 'SME.C.NC',
  serviceReferenceVariants: ['6.2.4'],
  from: { ReadDeviceConfigurationIdentityExcMPxN: nothingToSay },
} as const;

/** Read ESME Configuration Data Device Information (device identity), of Devices before `GBCS_2`. */
export const ECS26e = dlmsUseCase({
  ...layout,
  code: 'ECS26e',
  title: 'Read ESME Configuration Data Device Information (device identity exc MPAN)',
  messageCode: 0x003f,
  targets: ['ESME'],
  source: 'RTDS 4.5.0 message ECS26e (not in the mapping table)',
  command: { entityIdentifier, meterVariant, modelType, manufacturerIdentifier, supplyTamperState },
  appliesWhere: before(GBCS_2),
});

/** Read CHF Configuration Data Device Information (CH identity), of Devices before `GBCS_2`. */
export const ECS26i = dlmsUseCase({
  ...layout,
  code: 'ECS26i',
  title: 'Read CHF Configuration Data Device Information (CH identity)',
  messageCode: 0x0092,
  targets: ['CHF'],
  originator: 'AccessControlBrokerForUser',
  source: 'RTDS 4.5.0 message ECS26i (not in the mapping table)',
  command: { entityIdentifier, modelType, manufacturerIdentifier },
  appliesWhere: before(GBCS_2),
});

/** Read ESME Configuration Data Device Information (identity, type and supply tamper state). */
export const ECS26m = dlmsUseCase({
  ...layout,
  code: 'ECS26m',
  title: 'Read ESME Configuration Data Device Information (identity, type and supply tamper state)',
  messageCode: 0x00f9,
  targets: ['ESME'],
  source: 'GBCS mapping table rows 1956 to 1960; SMETS 5.7.1.2 to 5.7.1.4, 5.7.4.44',
  command: { meterVariant, modelType, manufacturerIdentifier, supplyTamperState },
  appliesWhere: since(GBCS_2),
});

/** Read CHF Configuration Data Device Information (CH identity and type). */
export const ECS26n = dlmsUseCase({
  ...layout,
  code: 'ECS26n',
  title: 'Read CHF Configuration Data Device Information (CH identity and type)',
  messageCode: 0x00fa,
  targets: ['CHF'],
  originator: 'AccessControlBrokerForUser',
  source: 'GBCS mapping table rows 1961, 1962; CHTS 4.6.1.2, 4.6.1.3',
  command: { modelType, manufacturerIdentifier },
  appliesWhere: since(GBCS_2),
});
