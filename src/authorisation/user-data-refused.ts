import { GatewayError } from '../common/errors.js';

/** Why an operator's change of Users or registration data was refused. */
export type UserDataFault =
  /** It names a User or registration there is not. */
  | 'not-found'
  /** It contradicts what the store has. */
  | 'conflict'
  /** It is wrong in itself. */
  | 'invalid';

/** A change of Users or registration data that cannot be made; the message tells the operator what to do instead. */
export class UserDataRefused extends GatewayError {
  readonly code = 'USER_DATA';

  constructor(
    readonly fault: UserDataFault,
    reason: string,
  ) {
    super(reason);
  }
}
