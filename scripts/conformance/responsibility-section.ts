import {
  DEVICE_RULES,
  ROLE_RULES,
  ROLES_WITHOUT_REGISTRATION,
  UNKNOWN_RULES,
} from '../../src/authorisation/index.js';
import { table } from './markdown.js';

/** Who is responsible for a Device: the check that ends in E4. */
export function responsibilitySection(): string {
  return `## Responsibility

Who may ask a Device, by the registration data of the meters in its home (\`src/authorisation/responsibility-rules.ts\`).

${table(
  ['role', 'registered for', 'mark', 'reason'],
  Object.entries(ROLE_RULES).map(([role, { meterPoints, mark, reason }]) => [
    role,
    Object.entries(meterPoints)
      .filter(([, members]) => members.length > 0)
      .map(([meter, members]) => `${meter}: ${members.join(', ')}`)
      .join('; '),
    mark,
    reason,
  ]),
)}

${table(
  ['role', 'registered for', 'mark', 'reason'],
  ROLES_WITHOUT_REGISTRATION.map(({ role, mark, reason }) => [role, 'nothing', mark, reason]),
)}

${table(
  ['Device', 'decided by', 'mark', 'reason'],
  Object.entries(DEVICE_RULES).map(([type, { decidedBy, mark, reason }]) => [type, decidedBy, mark, reason]),
)}

${table(
  ['what is known', 'gives', 'mark', 'reason'],
  Object.entries(UNKNOWN_RULES).map(([known, { gives, mark, reason }]) => [known, gives, mark, reason]),
)}`;
}
