export type { TakenRequest } from './mock-s1sp/answer.js';
export { type Fault, FAULT_KINDS, type FaultKind, type Faults } from './mock-s1sp/faults.js';
export {
  MOCK_S1SP,
  type MockS1sp,
  type MockS1spOptions,
  S1SP_REQUEST_PATH,
  startMockS1sp,
} from './mock-s1sp/mock-s1sp.js';
export { makeS1spIdentity, trustInS1sp } from './mock-s1sp/s1sp-identity.js';
export type { Smets1Device } from './mock-s1sp/smets1-device.js';
export {
  type Home,
  type HomeDevice,
  type InventoryDevice,
  SEEDED_HOME,
  type Smets1Homes,
  smets1HomesOf,
} from './mock-s1sp/smets1-homes.js';
export {
  RECEIVE_RESPONSE_PATH,
  type ReceiveResponseOptions,
  type ReceiveResponseService,
  startReceiveResponseService,
} from './receive-response-service.js';
