/**
 * The TypeScript type of the values that a JSON Schema allows. Literal schemas only (`as const`, or a `const`
 * type parameter). What it does not know is `unknown`, never wrong.
 */
export type Infer<Schema> = Schema extends false
  ? never
  : Schema extends { readonly const: infer Value }
    ? Value
    : Schema extends { readonly enum: readonly (infer Value)[] }
      ? Value
      : Schema extends { readonly anyOf: readonly (infer Member)[] }
        ? InferEach<Member>
        : Schema extends { readonly oneOf: readonly (infer Member)[] }
          ? InferEach<Member>
          : Schema extends { readonly type: readonly (infer Name)[] }
            ? OfType<Name, Schema>
            : Schema extends { readonly type: infer Name }
              ? OfType<Name, Schema>
              : unknown;

type InferEach<Member> = Member extends unknown ? Infer<Member> : never;

type OfType<Name, Schema> = Name extends 'string'
  ? string
  : Name extends 'number' | 'integer'
    ? number
    : Name extends 'boolean'
      ? boolean
      : Name extends 'null'
        ? null
        : Name extends 'array'
          ? readonly (Schema extends { readonly items: infer Item } ? Infer<Item> : unknown)[]
          : Name extends 'object'
            ? ObjectOf<Schema>
            : never;

type ObjectOf<Schema> = Schema extends { readonly properties: infer Properties }
  ? Flat<
      {
        readonly [
          Name in keyof Properties as Name extends RequiredOf<Schema> ? Name : never
        ]: Infer<Properties[Name]>;
      } & {
        readonly [
          Name in keyof Properties as Name extends RequiredOf<Schema> ? never : Name
        ]?: Infer<Properties[Name]>;
      }
    >
  : Readonly<
      Record<
        string,
        Schema extends { readonly additionalProperties: infer Other } ? Infer<Other> : unknown
      >
    >;

type RequiredOf<Schema> = Schema extends { readonly required: readonly (infer Name)[] }
  ? Name
  : never;

type Flat<Shape> = { [Name in keyof Shape]: Shape[Name] };
