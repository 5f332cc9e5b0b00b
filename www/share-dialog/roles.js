// The roles that can be given, ascending.
export const ROLES = ["viewer", "commenter", "collaborator", "admin"];
