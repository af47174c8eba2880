/** What is used of dmn-moddle, which has no types of its own. */
declare module 'dmn-moddle' {
  /** An element of the object model; properties are as DMN's metamodel names them. */
  export interface DmnElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }

  export class DmnModdle {
    fromXML(xml: string): Promise<{
      readonly rootElement: DmnElement;
      readonly warnings: readonly Error[];
    }>;
    toXML(
      element: DmnElement,
      options?: { readonly format?: boolean },
    ): Promise<{ readonly xml: string }>;
    readonly registry: {
      getPackage(prefix: string): unknown;
      registerType(type: Readonly<Record<string, unknown>>, of: unknown): void;
    };
    create(type: string, properties?: Readonly<Record<string, unknown>>): DmnElement;
  }
}
