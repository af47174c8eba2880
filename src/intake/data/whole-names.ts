/** Folded names of what holds all records, and is none. */
export const wholeNames = {
  /** Without "of data" a bank would be left; and what a chapter asks. */
  database:
    /^(?:base (?:de (?:datos|donnees)|(?:di )?dati)|banco de dados|(?:pe\p{L}{3,}an|validasi|ekspor|impor|sinkronisasi|migrasi|integritas|struktur|sumber|manajemen) data|data (?:synchroni[sz]ation|validation|export|import|security|storage|migration|integrity|retention|backup|flow|management)|how|what|why|who)(?:$|[:：])/u,
  /** 「予約システム」: compounds without blanks end with their head. */
  system: /..(?:系统|システム|시스템|平台|プラットフォーム|플랫폼|小程序|アプリ|软件)$/u,
};
