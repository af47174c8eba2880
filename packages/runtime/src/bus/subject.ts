import { InvalidSubjectError } from './bus-errors.ts';

const LONGEST = 200;

/** Names between dots that every broker can carry. @throws InvalidSubjectError */
export function assertSubject(subject: string): void {
  if (subject.length > LONGEST || !/^[\w-]+(\.[\w-]+)*$/.test(subject)) {
    throw new InvalidSubjectError(subject);
  }
}

/** Tells which subjects a pattern means: `*` is one name, a final `>` one or more. @throws InvalidSubjectError */
export function subjectMatcher(pattern: string): (subject: string) => boolean {
  if (pattern.length > LONGEST || !/^([\w-]+|\*)(\.([\w-]+|\*))*(\.>)?$|^>$/.test(pattern)) {
    throw new InvalidSubjectError(pattern);
  }
  if (!/[*>]/.test(pattern)) return (subject) => subject === pattern;
  const names = pattern.split('.');
  const open = names.at(-1) === '>';
  if (open) names.pop();
  return (subject) => {
    const parts = subject.split('.');
    if (open ? parts.length <= names.length : parts.length !== names.length) return false;
    return names.every((name, index) => name === '*' || name === parts[index]);
  };
}
