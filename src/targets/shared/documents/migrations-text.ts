/** What the README of every service says of its migrations. */
export const MIGRATIONS =
  'Changed requirements add a migration; one that has run somewhere is never edited: the service would refuse to start. What the requirements no longer name keeps its values, in columns and tables called `_retired_…`. A migration that finds records which can not follow (without a value that is required now, or with the same value where it is unique now) says which, and changes nothing.';
