/** Documents that describe nothing a service would keep, and what their reason must mention. */
export const refused: readonly (readonly [name: string, text: string])[] = [
  [
    'a game in Spanish',
    `# Documento de requisitos: Laberinto

## Funcionalidades
- El jugador controla una nave y esquiva enemigos.
- Cada nivel tiene más enemigos y un tiempo límite.
- Al perder las tres vidas el juego muestra la puntuación y se reinicia.

## Tecnologías
- Unity y C#
`,
  ],
  [
    'a game in Japanese',
    `# 企画書：落ちものパズルゲーム

## ゲーム概要
プレイヤーはブロックを操作し、横一列を揃えて消す。

## 機能
- ブロックの回転と移動
- スコアの表示
- レベルが上がると落下速度が上がる
- ゲームオーバー画面
`,
  ],
  [
    'a command line tool in German',
    `# Anforderungen an das Kommandozeilenprogramm logsieve

Das Programm liest eine Eingabedatei und schreibt gefilterte Zeilen in die Ausgabedatei.

- Die Option --level bestimmt die Stufe.
- Die Option --since begrenzt den Zeitraum.
- Fehler werden auf stderr ausgegeben.
`,
  ],
  [
    'a command line tool in Russian',
    `# Консольная утилита для сжатия изображений

Утилита запускается из командной строки и принимает входной файл.

- Параметр --quality задаёт качество.
- Параметр --out задаёт выходной файл.
- При ошибке программа завершается с кодом 1.
`,
  ],
  [
    'a library in French',
    `# Bibliothèque de validation

Une bibliothèque JavaScript publiée comme npm package, sans dépendance.

- Exporter une fonction validate qui renvoie les erreurs.
- Prendre en charge les navigateurs récents.
- Documenter chaque fonction et mesurer les performances.
`,
  ],
  [
    'a redesign in Portuguese',
    `# Redesign da página inicial

O objetivo é modernizar a landing page.

- Novo cabeçalho com navegação fixa
- Paleta de cores atualizada e nova tipografia
- Botões maiores e animações suaves
- Melhorar o tempo de carregamento
`,
  ],
  [
    'firmware in English',
    `# Requirements: soil probe firmware

The microcontroller wakes every ten minutes, reads the sensor over I2C and blinks the LED.

- Power consumption below 20 uA in sleep mode
- The GPIO pin 4 drives the relay
- Firmware updates over USB
`,
  ],
  [
    'a static site in Italian',
    `# Requisiti del sito vetrina

Un sito statico di cinque pagine, senza backend e senza database.

- Pagina iniziale con immagine grande
- Pagina dei contatti con mappa
- Testi in italiano e inglese
`,
  ],
  [
    'research in Chinese',
    `# 图像去噪研究方案

研究目标是比较三种神经网络算法在公开数据集上的效果。

- 训练模型并记录损失曲线
- 调整超参数
- 撰写论文
`,
  ],
  [
    'a browser extension in Korean',
    `# 크롬 확장 프로그램 요구사항

웹 페이지의 글꼴 크기를 단축키로 조절하는 브라우저 확장 프로그램이다.

- 단축키로 글꼴을 키운다.
- 클립보드에 현재 크기를 복사한다.
- 서버 없이 동작하며 데이터를 저장하지 않는다.
`,
  ],
  [
    'meeting notes in English',
    `# Notes from Tuesday

- We talked about the move to the new office.
- Parking is still unclear.
- Next time we should start earlier.
`,
  ],
  [
    'a calculator in Ukrainian',
    `# Вимоги до калькулятора

Калькулятор виконує додавання, віднімання, множення та ділення.

- Результат показується на екрані.
- Ділення на нуль показує помилку.
- Дані не зберігаються.
`,
  ],
];

/** Documents with data in which words of tools, games and design occur. */
export const accepted: readonly (readonly [
  name: string,
  text: string,
  entities: readonly string[],
])[] = [
  [
    'notes with animations and themes',
    `# Notes app

- The user can create, edit and delete notes.
- Each note has a title, a body and a colour.
- Smooth animation when a note opens, dark theme, clean typography.
- The palette follows the system theme.
`,
    ['note'],
  ],
  [
    'a game shop in Spanish',
    `# Tienda de videojuegos

- El administrador puede crear, editar y eliminar juegos.
- Cada juego tiene título, precio y plataforma.
- El cliente puede crear pedidos.
- El cliente puede cancelar pedidos.
- Animación al añadir al carrito.
`,
    ['juego', 'pedido'],
  ],
  [
    'a bank program on the command line',
    `# Bank CLI

A console application written in Java, connected to a PostgreSQL database.

- Customers can register and apply for accounts.
- An account has a number, a balance and a status.
- Every customer has a name, an email and a phone.
`,
    ['account', 'customer'],
  ],
  [
    'a tournament manager in German',
    `# Turnierverwaltung

- Der Veranstalter kann Turniere anlegen, bearbeiten und löschen.
- Ein Turnier hat einen Namen, ein Startdatum und eine Teilnehmerzahl.
- Jeder Spieler hat einen Vornamen, einen Nachnamen und eine E-Mail-Adresse.
`,
    ['turnier', 'spieler'],
  ],
  [
    'a library of books in French',
    `# Bibliothèque de quartier

- Le bibliothécaire peut ajouter, modifier et supprimer des livres.
- Chaque livre possède un titre, un auteur et une année.
- L'interface comporte des animations et un thème sombre.
`,
    ['livre'],
  ],
  [
    'device management in Russian',
    `# Учёт оборудования

- Инженер может добавлять, редактировать и удалять датчики.
- Каждый датчик имеет название, серийный номер и дату установки.
- Прошивка датчика обновляется вручную.
`,
    ['sensor'],
  ],
  [
    'a recipe site in Japanese',
    `# レシピサイト

- 利用者はレシピを登録・編集・削除できる。
- 各レシピはタイトル、材料、作り方を持つ。
- アニメーションとダークテーマに対応する。
- キーボードショートカットで検索できる。
`,
    ['recipe'],
  ],
  [
    'a music school in Italian',
    `# Scuola di musica

- La segreteria può creare, modificare ed eliminare le lezioni.
- Ogni lezione ha una data, un'ora e un insegnante.
- Il gioco di colori del tema segue il logo.
`,
    ['lezione'],
  ],
  [
    'model training records in English',
    `# Experiment tracker

- Researchers create, update and archive experiments.
- Each experiment has a name, a dataset, an algorithm and a score.
- Results are stored in a database and never deleted.
`,
    ['experiment'],
  ],
  [
    'a portfolio manager in Portuguese',
    `# Carteira de projetos

- O gerente pode cadastrar, editar e excluir clientes.
- Cada cliente tem nome, telefone e e-mail.
- O portfolio é exibido com uma landing page animada.
`,
    ['cliente'],
  ],
  [
    'a plugin shop in Chinese',
    `# 插件商店

- 管理员可以添加、修改和删除商品。
- 每个商品包含名称、价格和版本。
- 用户可以提交订单，取消订单。
- 支持动画效果和深色主题。
`,
    ['product'],
  ],
  [
    'a score book in Korean',
    `# 배드민턴 동호회 관리

- 운영자는 회원을 등록, 수정, 삭제할 수 있다.
- 각 경기는 날짜, 장소, 점수를 가진다.
- 게임 점수는 애니메이션으로 표시한다.
`,
    ['member', 'match'],
  ],
];
