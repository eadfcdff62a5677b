import { z } from 'zod';
import { CodecError } from '../common/errors.js';
import { parseEui64 } from '../common/eui64.js';
import { USER_ROLES } from '../duis/index.js';
import { REGISTERED_ROLES, type Registration } from './registration.js';
import type { User } from './user.js';

/** The DUIS version of a User that names none. */
export const DEFAULT_DUIS_VERSION = '5.4';

const eui64 = z.string('has to be an EUI-64').transform((text, context) => {
  try {
    return parseEui64(text);
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: error instanceof CodecError ? error.message : String(error),
    });
    return z.NEVER;
  }
});

/** A day means its first moment in UTC; of date-times only UTC ones are taken, as in DUIS. */
const moment = z
  .union([z.iso.date(), z.iso.datetime()], {
    error: 'has to be a date such as 2026-04-01, or a UTC date-time such as 2026-04-01T00:00:00Z',
  })
  .transform((text) => new Date(text));

const roles = z
  .array(
    z.enum(USER_ROLES, { error: `has to be one of ${USER_ROLES.join(', ')}` }),
    'has to be an array of User Roles',
  )
  .min(1, 'has to name a User Role at least');

/** A User as files and operators write it; what is wrong comes with the path of the member. */
export const USER_ENTRY = z.strictObject({
  id: eui64,
  name: z.string('has to be a name').min(1, 'has to be a name'),
  roles,
  status: z.enum(['active', 'suspended'], { error: 'has to be active or suspended' }).optional(),
  receiveResponseUrl: z.url({ protocol: /^https?$/, error: 'has to be an http or https URL' }).optional(),
  duisVersion: z
    .string()
    .regex(/^\d+\.\d+$/, 'has to be a DUIS version such as 5.4')
    .default(DEFAULT_DUIS_VERSION),
});

export type UserEntry = z.output<typeof USER_ENTRY>;

/** A registration as files and operators write it. */
export const REGISTRATION_ENTRY = z.strictObject({
  mpxn: z.string('has to be an MPAN or MPRN, as text'),
  role: z.enum(REGISTERED_ROLES, { error: `has to be one of ${REGISTERED_ROLES.join(', ')}` }),
  user: eui64,
  from: moment,
  until: moment.optional(),
});

export type RegistrationEntry = z.output<typeof REGISTRATION_ENTRY>;

/** @param before what is known of the User: an entry that says nothing of the status leaves it as it is */
export function userOfEntry(entry: UserEntry, before?: User): User {
  const { receiveResponseUrl, status, ...members } = entry;
  return {
    ...members,
    status: status ?? before?.status ?? 'active',
    ...(receiveResponseUrl !== undefined && { receiveResponseUrl }),
  };
}

export function registrationOfEntry({ until, ...members }: RegistrationEntry): Registration {
  return { ...members, ...(until !== undefined && { until }) };
}

/** What is wrong with an entry first, and where in it: `roles.0 has to be one of ...`. */
export function firstFault(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = issue?.path.join('.') ?? '';
  const message = issue?.message ?? 'cannot be used';
  return path === '' ? message : `${path}: ${message}`;
}
