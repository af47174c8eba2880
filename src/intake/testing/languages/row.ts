/** A document in one language and shape, and what of it must be read: nothing else may become an entity. */
export interface LanguageRow {
  readonly shape: 'table' | 'prose' | 'requirements' | 'bullets' | 'plain';
  readonly text: string;
  /** `entity: field type, field type`; fields that are not listed may be there too. */
  readonly data: readonly string[];
}
