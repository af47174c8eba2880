/** "Clientes nuevos", "animais vinculados", "clients existants" are clients and animals. */
export const saidOfNoun =
  /(?<=\p{L}{3})\s+(?:\p{L}{3,}(?:ad|id)[oa]s?|nuev[oa]s?|nov[oa]s?|nouve(?:au|aux|lles?)|nuov[oaie]|baru|lama|tersebut|terdaftar|tersedia|tertentu|otomatis|sendiri|existentes?|existante?s?|esistenti|disponib(?:les?|ili)|disponíve(?:l|is)|pendientes?|pendentes?|actuales|vigentes|recientes|recentes|récente?s|recenti|anteriores|atuais|associée?s?|liée?s?|rattachée?s?|enregistrée?s?|associat[oaie]|collegat[oaie]|registrat[oaie])$/iu;
