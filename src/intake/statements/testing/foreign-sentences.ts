import type { Language } from '../../words/language.ts';

/** Sentences in the other languages with the data model that they speak of; `sentence @entity-of-its-heading ⇒ findings`. */
export const foreignSentences: readonly {
  readonly language: Language;
  readonly model: string;
  readonly roles: readonly string[];
  readonly sentences: string;
}[] = [
  {
    language: 'es',
    model: `
pedido (pedidos): numero (número) string, estado borrador|enviado|aprobado|pagado|cancelado, total money, fecha-inicio (fecha de inicio) date, fecha-fin (fecha de fin) date, motivo text, cliente -> cliente
producto (productos): nombre string, precio money, stock (cantidad en stock) integer, codigo (código) string, categoria -> categoria
categoria (categorías/categoría): nombre string
cliente (clientes): nombre string, correo (correo electrónico/email) email
resena (reseña/reseñas): usuario -> usuario, producto -> producto, puntuacion (puntuación) integer
usuario (usuarios): nombre string
`,
    roles: ['gerente', 'administrador'],
    sentences: `
El precio debe ser mayor que 0. ⇒ producto.precio >0
El precio no puede ser negativo. ⇒ producto.precio ≥0
La cantidad en stock no puede ser negativa. ⇒ producto.stock ≥0
La puntuación debe estar entre 1 y 5. ⇒ resena.puntuacion ≥1 ≤5
El nombre del producto debe tener al menos 3 caracteres. ⇒ producto.nombre minLength 3
El código debe tener como máximo 20 caracteres. ⇒ producto.codigo maxLength 20
El código debe ser único. ⇒ producto.codigo unique
El correo electrónico no puede repetirse. ⇒ cliente.correo unique
El código es obligatorio. ⇒ producto.codigo required
La fecha de fin debe ser posterior a la fecha de inicio. ⇒ pedido: fecha-fin > fecha-inicio
La fecha de fin debe ser como máximo 45 días después de la fecha de inicio. ⇒ pedido: fecha-fin ≤ fecha-inicio + P45D
La fecha de inicio no puede ser anterior a hoy. ⇒ pedido: when set: fecha-inicio ≥ today
El motivo es obligatorio cuando el estado es cancelado. ⇒ pedido: estado = 'cancelado' → present(motivo)
Si el pedido está cancelado, se debe indicar el motivo. ⇒ pedido: estado = 'cancelado' → present(motivo)
Un pedido aprobado no puede ser eliminado. ⇒ pedido: delete: estado ≠ 'aprobado'
Solo los pedidos en borrador pueden eliminarse. ⇒ pedido: delete: estado = 'borrador'
Un pedido no se puede modificar una vez aprobado. ⇒ pedido: update: old.estado = 'aprobado' → (kept(numero) and kept(total) and kept(fecha-inicio) and kept(fecha-fin) and kept(motivo) and kept(cliente))
Solo los gerentes pueden aprobar pedidos. ⇒ pedido approve to aprobado by gerente
Solo los administradores pueden crear productos. ⇒ administrador only create producto
No se puede eliminar una categoría si tiene productos. ⇒ producto.categoria on delete restrict
El nombre no se puede cambiar después de la creación. @producto ⇒ producto: update: present(old.nombre) → nombre = old.nombre
Solo una reseña por usuario y producto. ⇒ resena unique(usuario, producto)
`,
  },
  {
    language: 'pt',
    model: `
veiculo (veículo/veículos): placa string, chassi string, quilometragem integer, condicao (condição) novo|usado, status disponivel=disponível|vendido, valor-venda (valor de venda) money, valor-compra (valor de compra) money
venda (vendas): veiculo -> veiculo, vendedor -> vendedor, data date, desconto decimal
vendedor (vendedores): nome string, email email
livro (livros): isbn string, titulo (título) string, autor -> autor
autor (autores): nome string
emprestimo (empréstimo/empréstimos): livro -> livro, situacao (situação) ativo|devolvido, data-emprestimo (data de empréstimo) date, data-devolucao (data de devolução) date
`,
    roles: ['administrador', 'vendedor'],
    sentences: `
O valor de venda deverá ser maior que o valor de compra. ⇒ veiculo: valor-venda > valor-compra
Veículos vendidos não poderão ser excluídos. ⇒ veiculo: delete: status ≠ 'vendido'
O número do chassi deverá ser único. ⇒ veiculo.chassi unique
A placa deverá ser única. ⇒ veiculo.placa unique
Veículos novos deverão possuir quilometragem igual a 0 km. ⇒ veiculo: condicao = 'novo' → quilometragem = 0
Veículos usados deverão possuir quilometragem maior que 0 km. ⇒ veiculo: condicao = 'usado' → quilometragem > 0
Apenas administradores poderão cadastrar novos vendedores. ⇒ administrador only create vendedor
ISBN deve ser único ⇒ livro.isbn unique
O desconto deve estar entre 0 e 100. ⇒ venda.desconto ≥0 ≤100
A data de devolução deve ser posterior à data de empréstimo. ⇒ emprestimo: data-devolucao > data-emprestimo
Apenas um empréstimo ativo por livro ⇒ livro: count(emprestimo via livro where situacao = 'ativo') ≤ 1
Cada empréstimo deve estar vinculado a um livro ⇒ emprestimo.livro required
O título deve ter no máximo 200 caracteres. ⇒ livro.titulo maxLength 200
O título é obrigatório. ⇒ livro.titulo required
Um autor não pode ser excluído se tiver livros. ⇒ livro.autor on delete restrict
`,
  },
  {
    language: 'de',
    model: `
auftrag (aufträge): nummer string, status entwurf|genehmigt|storniert|bezahlt, startdatum (Startdatum) date, enddatum (Enddatum) date, betrag money, grund text, kunde -> kunde
kunde (kunden): name string, email (E-Mail/E-Mail-Adresse) email
artikel: bezeichnung string, preis money, menge integer
`,
    roles: ['manager', 'administrator'],
    sentences: `
Der Preis muss größer als 0 sein. ⇒ artikel.preis >0
Der Preis darf nicht negativ sein. ⇒ artikel.preis ≥0
Die Menge muss mindestens 1 betragen. ⇒ artikel.menge ≥1
Die Menge muss zwischen 1 und 100 liegen. ⇒ artikel.menge ≥1 ≤100
Die Bezeichnung muss mindestens 3 Zeichen lang sein. ⇒ artikel.bezeichnung minLength 3
Die Bezeichnung darf höchstens 100 Zeichen haben. ⇒ artikel.bezeichnung maxLength 100
Das Enddatum muss nach dem Startdatum liegen. ⇒ auftrag: enddatum > startdatum
Das Enddatum darf nicht vor dem Startdatum liegen. ⇒ auftrag: enddatum ≥ startdatum
Das Enddatum darf höchstens 45 Tage nach dem Startdatum liegen. ⇒ auftrag: enddatum ≤ startdatum + P45D
Die Nummer muss eindeutig sein. @auftrag ⇒ auftrag.nummer unique
Die Nummer ist ein Pflichtfeld. ⇒ auftrag.nummer required
Wenn der Auftrag storniert ist, muss ein Grund angegeben werden. ⇒ auftrag: status = 'storniert' → present(grund)
Ein Grund ist erforderlich, wenn der Status storniert ist. ⇒ auftrag: status = 'storniert' → present(grund)
Genehmigte Aufträge dürfen nicht gelöscht werden. ⇒ auftrag: delete: status ≠ 'genehmigt'
Nur Entwürfe dürfen gelöscht werden. @auftrag ⇒ auftrag: delete: status = 'entwurf'
Nur Manager dürfen Aufträge genehmigen. ⇒ auftrag approve to genehmigt by manager
Nur Administratoren dürfen Artikel anlegen. ⇒ administrator only create artikel
Der Betrag darf nach der Genehmigung nicht mehr geändert werden. ⇒ auftrag: update: old.status = 'genehmigt' → kept(betrag)
Ein Kunde darf nicht gelöscht werden, wenn er Aufträge hat. ⇒ auftrag.kunde on delete restrict
`,
  },
  {
    language: 'fr',
    model: `
commande (commandes): numero (numéro) string, statut brouillon|validee=validée|payee=payée|annulee=annulée, date-debut (date de début) date, date-fin (date de fin) date, montant money, motif text, client -> client
client (clients): nom string, email (e-mail/adresse e-mail) email
produit (produits): nom string, prix money, quantite (quantité) integer
`,
    roles: ['gestionnaire', 'administrateur'],
    sentences: `
Le prix doit être supérieur à 0. ⇒ produit.prix >0
Le prix ne peut pas être négatif. ⇒ produit.prix ≥0
La quantité doit être comprise entre 1 et 100. ⇒ produit.quantite ≥1 ≤100
Le nom du produit doit contenir au moins 3 caractères. ⇒ produit.nom minLength 3
La date de fin doit être postérieure à la date de début. ⇒ commande: date-fin > date-debut
La date de fin ne peut pas être antérieure à la date de début. ⇒ commande: date-fin ≥ date-debut
La date de fin doit être au plus 45 jours après la date de début. ⇒ commande: date-fin ≤ date-debut + P45D
Le numéro doit être unique. ⇒ commande.numero unique
Le motif est obligatoire si la commande est annulée. ⇒ commande: statut = 'annulee' → present(motif)
Si la commande est annulée, le motif doit être renseigné. ⇒ commande: statut = 'annulee' → present(motif)
Une commande payée ne peut pas être supprimée. ⇒ commande: delete: statut ≠ 'payee'
Seules les commandes en brouillon peuvent être supprimées. ⇒ commande: delete: statut = 'brouillon'
Seuls les administrateurs peuvent créer des produits. ⇒ administrateur only create produit
Un client ne peut pas être supprimé s'il a des commandes. ⇒ commande.client on delete restrict
`,
  },
  {
    language: 'it',
    model: `
ordine (ordini): numero string, stato bozza|confermato|annullato, data-inizio (data di inizio) date, data-fine (data di fine) date, totale money, motivo text, cliente -> cliente
cliente (clienti): nome string
prodotto (prodotti): nome string, prezzo money, quantita (quantità) integer
`,
    roles: ['amministratore'],
    sentences: `
Il prezzo deve essere maggiore di 0. ⇒ prodotto.prezzo >0
Il prezzo non può essere negativo. ⇒ prodotto.prezzo ≥0
La quantità deve essere compresa tra 1 e 100. ⇒ prodotto.quantita ≥1 ≤100
Il numero deve essere unico. ⇒ ordine.numero unique
La data di fine deve essere successiva alla data di inizio. ⇒ ordine: data-fine > data-inizio
Il motivo è obbligatorio se l'ordine è annullato. ⇒ ordine: stato = 'annullato' → present(motivo)
Un ordine confermato non può essere eliminato. ⇒ ordine: delete: stato ≠ 'confermato'
Solo gli amministratori possono creare prodotti. ⇒ amministratore only create prodotto
Il nome del prodotto deve avere almeno 3 caratteri. ⇒ prodotto.nome minLength 3
`,
  },
  {
    language: 'ru',
    model: `
zakaz (заказ/заказы): nomer (номер) string, status (статус) chernovik=черновик|oplachen=оплачен|otmenen=отменен, data-nachala (дата начала) date, data-okonchaniya (дата окончания) date, prichina (причина) text
tovar (товар/товары): nazvanie (название) string, cena (цена) money, kolichestvo (количество) integer
klient (клиент/клиенты): email (электронная почта) email, telefon (номер телефона) phone
`,
    roles: ['администратор', 'менеджер'],
    sentences: `
Цена должна быть больше 0. ⇒ tovar.cena >0
Цена не может быть отрицательной. ⇒ tovar.cena ≥0
Название должно содержать не менее 3 символов. ⇒ tovar.nazvanie minLength 3
Дата окончания должна быть позже даты начала. ⇒ zakaz: data-okonchaniya > data-nachala
Номер телефона должен быть уникальным. ⇒ klient.telefon unique
Причина обязательна, если заказ отменен. ⇒ zakaz: status = 'otmenen' → present(prichina)
Если заказ отменен, то причина должна быть указана. ⇒ zakaz: status = 'otmenen' → present(prichina)
Оплаченный заказ нельзя удалить. ⇒ zakaz: delete: status ≠ 'oplachen'
Только администратор может создавать товары. ⇒ администратор only create tovar
Цена должна быть от 1 до 100. ⇒ tovar.cena ≥1 ≤100
`,
  },
  {
    language: 'zh',
    model: `
order (订单): number (订单号) string, status (状态) draft=草稿|paid=已支付|cancelled=已取消, start-date (开始日期) date, end-date (结束日期) date, reason (取消原因) text, total (总金额) money
product (产品): name (名称/产品名称) string, price (价格) money, stock (库存) integer, category (分类) -> category
category (分类): name (名称) string
user (用户): username (用户名) string, password (密码) string, age (年龄) integer
`,
    roles: ['管理员', '经理'],
    sentences: `
价格必须大于0。 ⇒ product.price >0
价格不能为负数。 ⇒ product.price ≥0
库存不能小于0 ⇒ product.stock ≥0
年龄必须在18到60之间。 ⇒ user.age ≥18 ≤60
用户名长度不能超过20个字符。 ⇒ user.username maxLength 20
密码长度至少8个字符 ⇒ user.password minLength 8
密码至少8位 ⇒ user.password minLength 8
用户名必须唯一。 ⇒ user.username unique
用户名不能重复。 ⇒ user.username unique
产品名称必填。 ⇒ product.name required
结束日期必须晚于开始日期。 ⇒ order: end-date > start-date
结束日期不能早于开始日期。 ⇒ order: end-date ≥ start-date
如果订单已取消，则必须填写取消原因。 ⇒ order: status = 'cancelled' → present(reason)
订单取消时，取消原因必填。 ⇒ order: status = 'cancelled' → present(reason)
已支付的订单不能删除。 ⇒ order: delete: status ≠ 'paid'
只有草稿订单可以删除。 ⇒ order: delete: status = 'draft'
只有管理员可以创建产品。 ⇒ 管理员 only create product
分类下有产品时不能删除。 ⇒ product.category on delete restrict
订单号不可修改。 ⇒ order: update: present(old.number) → number = old.number
`,
  },
  {
    language: 'ja',
    model: `
order (注文): number (注文番号) string, status (ステータス/状態) draft=下書き|confirmed=確定済み|cancelled=キャンセル, start-date (開始日) date, end-date (終了日) date, reason (理由/キャンセル理由) text, total (合計金額) money
product (商品): name (商品名) string, price (価格) money, stock (在庫数) integer, category (カテゴリ) -> category
category (カテゴリ): name (名称) string
user (ユーザー): password (パスワード) string, username (ユーザー名) string
`,
    roles: ['管理者'],
    sentences: `
価格は0以上でなければならない。 ⇒ product.price ≥0
価格は1以上100以下でなければならない。 ⇒ product.price ≥1 ≤100
価格は負の値であってはならない。 ⇒ product.price ≥0
商品名は必須。 ⇒ product.name required
商品名は50文字以内でなければならない。 ⇒ product.name maxLength 50
パスワードは8文字以上とする。 ⇒ user.password minLength 8
ユーザー名は一意でなければならない。 ⇒ user.username unique
ユーザー名は3〜20文字とする。 ⇒ user.username minLength 3 maxLength 20
終了日は開始日より後でなければならない。 ⇒ order: end-date > start-date
終了日は開始日以降でなければならない。 ⇒ order: end-date ≥ start-date
キャンセルの場合、キャンセル理由は必須。 ⇒ order: status = 'cancelled' → present(reason)
ステータスがキャンセルの場合、理由を入力する必要がある。 ⇒ order: status = 'cancelled' → present(reason)
確定済みの注文は削除できない。 ⇒ order: delete: status ≠ 'confirmed'
下書きの注文のみ削除できる。 ⇒ order: delete: status = 'draft'
管理者のみが商品を登録できる。 ⇒ 管理者 only create product
商品が存在するカテゴリは削除できない。 ⇒ product.category on delete restrict
注文番号は変更できない。 ⇒ order: update: present(old.number) → number = old.number
`,
  },
  {
    language: 'ko',
    model: `
post (게시글): title (제목) string, content (내용) text, category (카테고리) -> category, status (상태) draft=임시저장|published=게시
category (카테고리): name (카테고리명) string, description (설명) text
user (사용자/회원): email (이메일) email, password (비밀번호) string, nickname (닉네임) string, age (나이) integer
comment (댓글): content (댓글 내용/내용) text, post (게시글) -> post
order (주문): status (상태) pending=대기|paid=결제완료|cancelled=취소, start-date (시작일) date, end-date (종료일) date, reason (취소 사유) text, total (총액) money
`,
    roles: ['관리자'],
    sentences: `
이메일은 고유해야 한다. ⇒ user.email unique
닉네임은 2-20자 이내, 고유해야 한다 ⇒ user.nickname minLength 2 maxLength 20; user.nickname unique
비밀번호는 최소 8자 이상이어야 한다. ⇒ user.password minLength 8
카테고리명은 2-50자 이내여야 한다. ⇒ category.name minLength 2 maxLength 50
댓글 내용은 1-1000자 이내여야 한다 ⇒ comment.content minLength 1 maxLength 1000
제목은 필수이다. @post ⇒ post.title required
나이는 18 이상이어야 한다. ⇒ user.age ≥18
총액은 0보다 커야 한다. ⇒ order.total >0
종료일은 시작일 이후여야 한다. ⇒ order: end-date > start-date
취소인 경우 취소 사유는 필수이다. ⇒ order: status = 'cancelled' → present(reason)
카테고리 내 게시글이 있는 경우 삭제할 수 없다 ⇒ post.category on delete restrict
결제완료된 주문은 삭제할 수 없다. ⇒ order: delete: status ≠ 'paid'
관리자만 카테고리를 생성할 수 있다. ⇒ 관리자 only create category
관리자는 카테고리를 생성/수정/삭제할 수 있다 ⇒ 관리자 may create+update+delete category
이메일은 변경할 수 없다. ⇒ user: update: present(old.email) → email = old.email
`,
  },
  {
    language: 'de',
    model: `
kunde (kunden): name string, gesperrt boolean, geburtsdatum date
gerat (gerät/geräte/geräts): seriennummer string, kaution money
ausleihe (ausleihen): kunde -> kunde, gerat (gerät) -> gerat, startdatum date, enddatum date, status angefragt|bestätigt|storniert, grund text
rechnung (rechnungen): ausleihe -> ausleihe, betrag money, bezahlt boolean
`,
    roles: [],
    sentences: `
Nur eine angefragte Ausleihe kann bestätigt oder storniert werden. ⇒ ausleihe ? from angefragt to bestätigt; ausleihe ? from angefragt to storniert
Eine Ausleihe dauert höchstens 30 Tage. ⇒ ausleihe: enddatum ≤ startdatum + P30D
Gesperrte Kunden dürfen keine neuen Ausleihen anlegen. ⇒ ausleihe: create: kunde.gesperrt ≠ true
Bezahlte Rechnungen dürfen nicht geändert oder gelöscht werden. ⇒ rechnung: update: old.bezahlt = true → (kept(ausleihe) and kept(betrag)); rechnung: delete: bezahlt ≠ true
Rechnungen werden nie gelöscht. ⇒ rechnung: delete: false
Ausleihen desselben Geräts dürfen sich nicht überschneiden. ⇒ ausleihe: count(ausleihe where (gerat = this.gerat and startdatum < this.enddatum and enddatum > this.startdatum)) ≤ 1
Stornierte Ausleihen bleiben storniert. ⇒ ausleihe final storniert
Der Grund darf leer bleiben und hat höchstens 500 Zeichen. ⇒ ausleihe.grund maxLength 500
Kunden unter 18 dürfen keine Ausleihen haben. ⇒ not-understood
`,
  },
  {
    language: 'es',
    model: `
cliente (clientes): nombre string, bloqueado boolean
alquiler (alquileres): cliente -> cliente, fecha-de-inicio date, fecha-de-fin date, estado solicitado|confirmado|cancelado, motivo text
factura (facturas): alquiler -> alquiler, importe money, pagada boolean
`,
    roles: [],
    sentences: `
Solo un alquiler solicitado puede ser confirmado o cancelado. ⇒ alquiler ? from solicitado to confirmado; alquiler ? from solicitado to cancelado
Los clientes bloqueados no pueden hacer nuevos alquileres. ⇒ alquiler: create: cliente.bloqueado ≠ true
Las facturas pagadas no se pueden modificar ni eliminar. ⇒ factura: update: old.pagada = true → (kept(alquiler) and kept(importe)); factura: delete: pagada ≠ true
Las facturas nunca se eliminan. ⇒ factura: delete: false
Un alquiler dura como máximo 30 días. ⇒ alquiler: fecha-de-fin ≤ fecha-de-inicio + P30D
Los menores de 18 años no pueden tener alquileres. ⇒ not-understood
`,
  },
];
