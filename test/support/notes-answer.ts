/** A way in which the service can be wrong; each is caught by a check of the fuzzer. */
export type Fault =
  | 'crash-on-unicode'
  | 'dies-on-deep'
  | 'empty-title'
  | 'extra-property'
  | 'hangs-up'
  | 'leaks-path'
  | 'leaks-secret'
  | 'long-title'
  | 'lost-after-delete'
  | 'no-blame'
  | 'no-etag'
  | 'no-location'
  | 'null-title'
  | 'page-off-by-one'
  | 'problem-as-json'
  | 'raw-default'
  | 'refuses-long'
  | 'stale-etag'
  | 'teapot'
  | 'trims-title'
  | 'undocumented'
  | 'unknown-query'
  | 'wrong-id'
  | 'wrong-method'
  | 'wrong-type';

/** The faults that a service was started with, and whether one of them has ended it. */
export interface NotesFaults {
  dead: boolean;
  has(fault: Fault): boolean;
}

/** What the service answers. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
  readonly text?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A part of a request that is wrong. */
export interface Blame {
  readonly pointer?: string;
  readonly parameter?: string;
  readonly code: string;
}

/** A problem document (SP-2). */
export function problem(
  status: number,
  code: string,
  errors: readonly Blame[] = [],
  extra = '',
): Answer {
  const full = errors.map((error) => ({ ...error, message: 'Is wrong.' }));
  return {
    status,
    json: {
      type: `urn:problem:${code}`,
      title: code,
      status,
      detail: `It is ${code}.${extra}`,
      ...(errors.length > 0 && { errors: full }),
    },
  };
}
