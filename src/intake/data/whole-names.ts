/** Folded names of what holds all records, and is none. */
export const wholeNames = {
  /** Without "of data" a bank would be left, and of business objects the business; and what a chapter asks. */
  database:
    /^(?:(?:业务|核心|主要)(?:对象|实体)|業務オブジェクト|管理対象|(?:업무|비즈니스) ?(?:객체|오브젝트)|geschaftsobjekte|fachobjekte|base (?:de (?:datos|donnees)|(?:di )?dati)|banco de dados|(?:pe\p{L}{3,}an|validasi|ekspor|impor|sinkronisasi|migrasi|integritas|struktur|sumber|manajemen) data|data (?:synchroni[sz]ation|validation|export|import|security|storage|migration|integrity|retention|backup|flow|management)|how|what|why|who)(?:$|[:：])/u,
  /** 「予約システム」: compounds without blanks end with their head. */
  system: /..(?:系统|システム|시스템|平台|プラットフォーム|플랫폼|小程序|アプリ|软件)$/u,
};
