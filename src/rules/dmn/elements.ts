import type { DmnElement } from 'dmn-moddle';

/** The elements under a property, which may be one, several or none. */
export function elementsOf(
  element: DmnElement | undefined,
  property: string,
): readonly DmnElement[] {
  const value = element?.[property];
  if (Array.isArray(value)) return value.filter(isElement);
  return isElement(value) ? [value] : [];
}

export function textOf(element: DmnElement, property: string): string {
  const value = element[property];
  return typeof value === 'string' ? value : '';
}

/** The FEEL of an expression or of unary tests. */
export function textOfExpression(element: DmnElement | undefined): string {
  return element ? textOf(element, 'text').trim() : '';
}

/** The id that a reference points to, in this document. */
export function referenceOf(reference: unknown): readonly string[] {
  const href = isElement(reference) ? textOf(reference, 'href') : '';
  return href === '' ? [] : [href.replace(/^[^#]*#/, '')];
}

function isElement(value: unknown): value is DmnElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
