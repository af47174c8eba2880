/** Casings of an ASCII kebab-case name. */

/** `due-date` → `dueDate` */
export function camelCase(name: string): string {
  // Asked for each field again and again: a pattern and a function would take several times as long.
  let camel = '';
  let from = 0;
  for (let at = name.indexOf('-'); at >= 0; at = name.indexOf('-', at + 1)) {
    const letter = name.charAt(at + 1);
    if (!isPlain(letter)) continue;
    camel += name.slice(from, at) + letter.toUpperCase();
    from = at + 2;
  }
  return from === 0 ? name : camel + name.slice(from);
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

const isPlain = (letter: string) =>
  (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
