/** "Regelmäßige Termine" are appointments: which of them are meant is said by its ending, as in no noun. */
export const germanAdjective =
  /^\p{L}{3,}(?:mäßig|lich|isch|bar|sam|haft|wöchig|tägig|iert|fällig|offen)e[nrms]?\s+(?=\p{Lu})/iu;
