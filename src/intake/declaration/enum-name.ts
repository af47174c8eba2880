/** Folded names of fields that take one of a few values, in every language. */
export const enumName =
  /status|state$|type$|kind|priority|role$|category$|gender|sex$|severity|level$|stage|phase|visibility|shift$|mode$|frequency|condition|urgency|method$|^unit$|tier$|channel$|outcome$|exposure$|size$|estado|situac|prioridad|genero|tipo|etat|statut|priorite|genre|zustand|prioritat|geschlecht|stato|priorita|статус|приоритет|тип$|пол$|состояние|роль|вид$|状態|ステータス|優先度|種別|区分|性別|役割|状态|优先级|类型|性别|角色|级别|상태|우선순위|유형|성별|역할|구분/u;
