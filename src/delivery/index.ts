export type { OpenCircuit } from './destinations.js';
export { OutboxWorker, type OutboxWorkerOptions } from './outbox-worker.js';
export { postResponse } from './receive-response-client.js';
export { pauseAfter, type RetrySchedule } from './retry-schedule.js';
