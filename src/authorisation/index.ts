export { authorise, CHECKS, type CheckedRequest } from './checks.js';
export { readUsersFile, testUsers, type User, UserDirectory } from './user.js';
