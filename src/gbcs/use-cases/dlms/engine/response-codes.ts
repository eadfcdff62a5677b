/**
 * Response Code for a schema-valid request whose values a Command cannot carry, where no request-specific code is
 * known: "Failed Validation - invalid Service Request / device type combination".
 */
export const UNEXPRESSIBLE_VALUE = 'E11';
