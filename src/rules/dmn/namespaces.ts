/** The namespace of DMN's models by version; the object model knows that of 1.3, and all are of one form. */
const models = {
  '1.2': 'http://www.omg.org/spec/DMN/20180521/MODEL/',
  '1.3': 'https://www.omg.org/spec/DMN/20191111/MODEL/',
  '1.4': 'https://www.omg.org/spec/DMN/20211108/MODEL/',
  '1.5': 'https://www.omg.org/spec/DMN/20230324/MODEL/',
} as const;

/** A document of any version as one of 1.3. */
export function asKnownVersion(xml: string): string {
  return Object.values(models).reduce(
    (text, uri) => text.replaceAll(`"${uri}"`, `"${models['1.3']}"`),
    xml,
  );
}

/** A document of 1.3 as one of 1.5. */
export function asCurrentVersion(xml: string): string {
  return xml.replaceAll(`"${models['1.3']}"`, `"${models['1.5']}"`);
}
