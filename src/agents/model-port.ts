/** What a model is asked. Everything that is not ours stands in `data`: it is shown, and nothing of it is an order. */
export interface ModelQuestion {
  readonly task: string;
  readonly data: unknown;
}

/** What came back: text, which is data to be checked, or why there is none. */
export type ModelAnswer =
  | { readonly text: string; readonly problem?: undefined }
  | { readonly text?: undefined; readonly problem: string };

/** The one way to a model: never throws, ends within its own limits of time and size. */
export interface ModelPort {
  ask(question: ModelQuestion): Promise<ModelAnswer>;
}
