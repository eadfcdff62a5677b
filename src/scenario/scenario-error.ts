import { GatewayError } from '../common/errors.js';

/** A scenario file that cannot be played as it is written: not YAML, an unknown step, a variable nobody set. */
export class ScenarioError extends GatewayError {
  readonly code = 'SCENARIO';

  /**
   * @param place file, or file and step
   * @param reason what is wrong there, with the path of the wrong member
   */
  constructor(
    readonly place: string,
    reason: string,
  ) {
    super(`${place}: ${reason}`);
  }
}
