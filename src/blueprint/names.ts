/** Casings of an ASCII kebab-case name. */

/** `due-date` → `dueDate` */
export function camelCase(name: string): string {
  if (!name.includes('-')) return name;
  return name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** `due-date` → `DueDate` */
export function pascalCase(name: string): string {
  const camel = camelCase(name);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

/** `due-date` → `due_date` */
export function snakeCase(name: string): string {
  return name.replaceAll('-', '_');
}

/** `due-date` → `DUE_DATE` */
export function constantCase(name: string): string {
  return snakeCase(name).toUpperCase();
}

/** `due-date` → `Due date` */
export function sentenceCase(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
