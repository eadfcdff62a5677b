/** SEC User Roles that may send Service Requests: import, export and gas supplier, registered supplier agent, electricity distributor, gas transporter, other user, load controller. */
export const USER_ROLES = ['IS', 'ES', 'GS', 'RSA', 'ED', 'GT', 'OU', 'LC'] as const;

export type UserRole = (typeof USER_ROLES)[number];
