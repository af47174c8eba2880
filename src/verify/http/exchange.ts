/** A request as it goes over the wire: nothing is encoded, corrected or added to it but the host. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query, already percent-encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** An answer. Header names are in lower case; repeated headers are joined with commas. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What came of a request: an answer, or why there was none. */
export type Exchange =
  | { readonly response: HttpResponse; readonly error?: undefined }
  | { readonly response?: undefined; readonly error: string };

/** The media type of an answer, without parameters and in lower case; empty when there is none. */
export function mediaType(response: HttpResponse): string {
  return (response.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** The JSON of an answer, or undefined when it is none. */
export function jsonOf(response: HttpResponse): unknown {
  try {
    return JSON.parse(response.text) as unknown;
  } catch {
    return undefined;
  }
}
