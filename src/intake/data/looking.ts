/** Verbs of looking and touching. */
export const looking =
  /^(?:view|read|fetch|retrieve|list|track\w*|mark|assign|cancel|reschedule|search|enter|select|consultar?|visualizar|visualizacion|visualizacao|ver|buscar|listar|listado|listagem|asignar|seleccionar|consulter|consultation|afficher|rechercher|visualiser|lister|liste|anzeigen|einsehen|abrufen|ubersicht|liste|visualizzare|cercare|elencare|elenco|consultare|consultazione|просмотр|просматривать|список|表示|閲覧|参照|検索|一覧|一覧表示|詳細|変更|查看|查询|浏览|列表|详情|统计|조회|검색|확인|목록|입력|入力|输入|填写|선택|選択|选择)$/u;
