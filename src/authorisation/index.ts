export { authorise, type Check, type CheckedRequest, CHECKS } from './checks/index.js';
export { readUsersFile, testUsers, type User, UserDirectory } from './user.js';
