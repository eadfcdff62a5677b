export {
  AnomalyDetection,
  type AnomalyDetectionParts,
  type AnomalyThreshold,
  AnomalyThresholds,
  type AttributeLimit,
  AttributeLimits,
  type Breach,
  type NewAnomalyThreshold,
  type NewAttributeLimit,
  type NewQuarantinedRequest,
  Quarantine,
  type QuarantinedRequest,
} from './anomaly/index.js';
export { authorise, type Check, type CheckedRequest, CHECKS } from './checks/index.js';
export {
  REGISTERED_ROLES,
  type RegisteredRole,
  type Registration,
  type RegistrationChange,
} from './registration.js';
export { type RegistrationFilter, type RegistrationKey, Registrations } from './registrations.js';
export { type ConcernedUser, Responsibility, type ResponsibilityParts } from './responsibility.js';
export {
  DEVICE_RULES,
  ROLE_RULES,
  ROLES_WITHOUT_REGISTRATION,
  UNKNOWN_RULES,
} from './responsibility-rules.js';
export { removeTestOrganisations, seedTestOrganisations } from './seed-test-organisations.js';
export { SEEDED_METER_POINTS, testOrganisations, testRegistrations } from './test-organisations.js';
export type { User } from './user.js';
export { type UserDataFault, UserDataRefused } from './user-data-refused.js';
export { UserDirectory } from './user-directory.js';
export {
  firstFault,
  REGISTRATION_ENTRY,
  registrationOfEntry,
  USER_ENTRY,
  userOfEntry,
} from './user-entry.js';
export { loadUsers, readUsersFile, type UsersFile, type UsersImportResult } from './users-file.js';
