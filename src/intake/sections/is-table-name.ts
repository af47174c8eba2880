const identifier = /^`?[A-Za-z][A-Za-z\d]*(?:_[A-Za-z\d]+)+`?$/;

/** `STAFF_SCHEDULE`, `order_history`, `targeting_rules`: a table, whatever the words say. */
export function isTableName(title: string): boolean {
  return identifier.test(title);
}
