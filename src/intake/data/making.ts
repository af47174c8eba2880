/**
 * Folded verbs and nouns of making a record, unlike those of looking at one or changing it: in a list of functions
 * one of them is enough ("RF03: registrar mascotas").
 */
export const making =
  /^(?:registrar?|registro|registrarse|dar de alta|alta|crear?|creacion|agregar|anadir|agendar|agendamiento|programar|ingresar|ingreso|guardar|almacenar|inscribir|matricular|cadastrar?|cadastro|criar?|criacao|adicionar|agendamento|inserir|lancar|lancamento|salvar|armazenar|enregistrer?|enregistrement|creer?|creation|ajouter?|ajout|planifier|saisir|saisie|inscrire|inscription|deposer|registra(?:re|zione)?|crea(?:re|zione)?|aggiungere|aggiunge|inserire|inserimento|inserisce|anagrafica|erfass(?:en|t|ung)|anlegen|legt an|anlage|erstell(?:en|t|ung)|hinzufugen|registrieren|registrierung|eintragen|регистрировать|зарегистрировать|регистрация|создавать|создать|создание|добавлять|добавить|добавление|заводить|оформлять|оформление|вносить|登録|作成|追加|新規登録|新規作成|登记|新增|新建|创建|添加|录入|등록|생성|추가|작성)$/u;
