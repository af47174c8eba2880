export type IssueCode =
  | 'required'
  | 'type'
  | 'format'
  | 'pattern'
  | 'minimum'
  | 'maximum'
  | 'too-short'
  | 'too-long'
  | 'enum'
  | 'unknown-property'
  | 'read-only'
  | 'duplicate'
  | 'missing-reference'
  | 'rule'
  | 'invalid';

/** One part of a request that is to blame: `pointer` into the body, or the name of a `parameter`. */
export interface Issue {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: IssueCode;
  readonly message: string;
  /** With the code `rule`: the id of the rule. */
  readonly rule?: string;
}

const MOST = 50;

/** Collects what is wrong with a body, up to a limit that a hostile body can't exceed. */
export class Issues {
  readonly list: Issue[] = [];

  add(pointer: string, code: IssueCode, message: string): undefined {
    if (this.list.length < MOST) this.list.push({ pointer, code, message });
  }

  get full(): boolean {
    return this.list.length >= MOST;
  }
}

/** A property name as a segment of a JSON pointer. */
export function segment(name: string): string {
  return `/${name.slice(0, 100).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
