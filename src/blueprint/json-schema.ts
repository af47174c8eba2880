/**
 * The JSON Schema (2020-12) of a blueprint, as plain data; `docs/blueprint.schema.json` is made from it.
 * Loads zod, which nothing else of this module does at run time.
 */
export async function blueprintJsonSchema(): Promise<Readonly<Record<string, unknown>>> {
  const [{ z }, { blueprintSchema }] = await Promise.all([import('zod'), import('./blueprint.ts')]);
  const schema = z.toJSONSchema(blueprintSchema, { target: 'draft-2020-12' });
  return { ...schema, title: 'Blueprint', description: 'A system as MicroForge understands it.' };
}
