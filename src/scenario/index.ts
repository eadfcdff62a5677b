export { type HttpAnswer, postRequest, signedRequest } from './post-request.js';
export { REPORTS } from './reports/index.js';
export { runScenario, type ScenarioReport, type StepReport } from './run-scenario.js';
export { ScenarioError } from './scenario-error.js';
export { readScenario, type Scenario } from './scenario-file.js';
export { serviceRequestText } from './service-request-text.js';
