export { ADMIN_PATH, type AdminParts, createAdminApp } from './admin.js';
export { createApp, S1SP_INBOX_PATH, type AppOptions, type DuisServices, type S1spInbox } from './app.js';
export { NETWORK_INBOX_PATH, type NetworkInbox } from './network-inbox.js';
export { HttpProblem } from './problem.js';
export { createSmkiApp, SMKI_PATHS, type SmkiRepository } from './smki-repository.js';
export { listen, type ListeningServer } from './server.js';
