import type { Lexicon } from './lexicon.ts';

export const pt: Lexicon = {
  language: 'pt',
  names: {
    email: 'e[ -]?mail|correio eletronico',
    phone: 'telefone|celular|numero de telefone|whatsapp|contato telefonico',
    url: 'link|site|url|endereco web',
    secret: 'senha|password',
    money:
      'preco(?: \\w+)*|valor(?: (?:de|da|do) \\w+| total| unitario| pago| venal)?|montante|custo(?: \\w+)*|total|subtotal|saldo|tarifa|salario|orcamento|pagamento|mensalidade|taxa de entrega|multa',
    datetime: 'data e hora|data/hora|horario de (?:inicio|fim)|timestamp',
    date: 'data(?: \\w+)*|vencimento|nascimento|validade|aniversario',
    integer:
      'quantidade(?: \\w+)*|estoque(?: \\w+)*|idade|ano(?: \\w+)*|duracao(?: \\w+)*|dias|horas|minutos|numero (?:maximo |minimo |total )?de (?!serie|telefone|identificacao|documento|fatura|nota|conta|contrato|pedido|processo|referencia|apolice|cliente|socio|matricula|inscricao)\\w+|capacidade|ordem|pontos|nivel|andar|paginas|unidades|quilometragem|quartos|vagas|carga horaria|parcelas',
    number:
      'peso|altura|largura|comprimento|latitude|longitude|temperatura|distancia|area|volume|media|nota|avaliacao',
    percent: 'percentual|porcentagem|desconto|comissao|taxa|aliquota',
    boolean:
      'ativo|ativa|habilitado|disponivel|pago|concluido|concluida|publicado|aprovado|confirmado|excluido|verificado|e \\w+|lido|entregue',
    text: 'descricao(?: \\w+)*|observac(?:ao|oes)|comentarios?|notas|conteudo|detalhes?|motivo|mensagem|texto|biografia|resumo|instrucoes|diagnostico|sintomas',
    list: 'etiquetas|tags|imagens|fotos|palavras-chave|telefones',
  },
  types: {
    string:
      'texto curto|cadeia(?: de caracteres)?|alfanumerico|caracteres|varchar|string|imagem|arquivo|foto|cor|hora',
    text: 'texto(?: longo)?|paragrafo|memo',
    integer: 'inteiro|numero inteiro|int|autoincremento|auto incremento',
    number: 'numero|numerico|real|flutuante|float',
    decimal: 'decimal',
    money: 'moeda|monetario|dinheiro|reais|real \\(r\\$\\)|r\\$',
    boolean: 'booleano|logico|sim ?/ ?nao|verdadeiro ?/ ?falso|bool',
    date: 'data',
    datetime: 'data e hora|data/hora|data-hora',
    enum: 'enum|enumeracao|enumerado|lista de opcoes|opcoes|selecao',
    list: 'lista|vetor|array',
    reference:
      'chave estrangeira|fk|referencia(?: a)?|relacionamento(?: com)?|pertence a|id do|id da',
    secret: 'senha|hash|criptografad[oa]',
    json: 'objeto|json',
    percent: 'percentual|porcentagem',
    email: 'e[ -]?mail',
    phone: 'telefone',
  },
  headers: {
    name: 'campo|campos|coluna|atributo|nome(?: do (?:campo|atributo))?|propriedade|dado|variavel|elemento',
    type: 'tipo(?: de dados?)?s?|tipo dado|formato',
    description:
      'descricao|detalhes?|comentarios?|observac(?:ao|oes)|significado|notas?|finalidade|uso',
    required: 'obrigatorio|obrigatoria|requerido|obrigatoriedade|obrig\\.?',
    null: 'nulo|nulos|permite nulos?|aceita nulos?',
    unique: 'unico|unicidade',
    default: 'valor padrao|padrao|valor inicial',
    constraints: 'restric(?:ao|oes)|regras?|validac(?:ao|oes)',
    values: 'valores(?: possiveis| permitidos)?|opcoes|dominio',
    entity: 'entidades?|tabelas?|modelos?|classes?|objetos?|colec(?:ao|oes)|recursos?',
    fields:
      'campos(?: principais)?|atributos(?: principais)?|dados(?: principais)?|colunas|propriedades|informacoes',
    key: 'chave|pk|pk/fk',
    length: 'tamanho|comprimento',
    relations: 'relac(?:ao|oes)|relacionamentos?',
    example: 'exemplos?',
    label: 'rotulo',
  },
  flags: {
    required:
      'obrigatori[oa]s?|requerid[oa]s?|nao nul[oa]|nao pode ser (?:nul[oa]|vazi[oa])|not null',
    optional:
      'opciona(?:l|is)|nullable|pode ser nulo|se (?:houver|aplicavel|existir)|nao obrigatori[oa]',
    unique: 'unic[oa]s?|sem duplicidade|nao (?:pode )?(?:se )?repet\\w+',
    automatic:
      'automatic[oa](?:mente)?|gerad[oa] (?:automaticamente|pelo sistema)|autoincremento|calculad[oa]',
    yes: 'sim|s|verdadeiro|x',
    no: 'nao|n|falso',
    default: 'padrao|por padrao|valor inicial|inicialmente',
    key: 'chave primaria|pk|identificador unico',
    readOnly: 'somente leitura|nao (?:editavel|alteravel)|imutavel',
    secret: 'criptografad[oa]|hash',
    foreignKey: 'chave estrangeira|fk|referencia a|relacionad[oa] (?:a|com)|pertence a|id d[oa]',
    positive: 'positiv[oa]|maior (?:que|do que) (?:0|zero)',
    notNegative: 'nao negativ[oa]|maior ou igual a (?:0|zero)|nao pode ser negativ[oa]',
    atLeast: 'minimo(?: de)?|no minimo|pelo menos|ao menos|min',
    atMost: 'maximo(?: de)?|no maximo|ate|max',
    characters: 'caracter(?:es)?|letras|digitos',
  },
  and: 'e|bem como|assim como|alem de',
  or: 'ou',
  articles:
    'o|a|os|as|um|uma|uns|umas|cada|todo|toda|todos|todas|de|do|da|dos|das|novo|nova|novos|novas|seu|sua|seus|suas|este|esta|ao|diferentes|varios|varias|qualquer|outros|outras|novos registros de',
  aroundNames:
    'entidades?|tabelas?|modelos?|atributos?|campos?|dados|informacoes|gestao|gerenciamento|administracao|cadastro|registro|controle|modulo|classe|estrutura|crud|consulta|manutencao|d[oae]s?|de|para|sobre',
  fieldWords:
    'campos?|atributos?|dados|informacoes|propriedades|colunas?|contem|inclui|possui|possuira|tem|tera|deve(?:ra)? (?:ter|conter|incluir|possuir|armazenar)|detalhes|seguintes|armazena|registra|caracteristicas|composto por',
  manage:
    'registram|cadastram|registra|gerencia|administra|cadastra|cria|armazena|guarda|controla|cancelar|atribuir|realizar|registrar|criar|gerenciar|gerir|administrar|adicionar|salvar|armazenar|guardar|editar|alterar|atualizar|excluir|remover|deletar|consultar|listar|cadastrar|inserir|incluir|manter|publicar|emitir|controlar|visualizar|buscar|agendar|reservar|matricular|lancar|crud',
  managing:
    'gestao|registro|cadastro|remocao|inclusao|insercao|alteracao|administracao|criacao|controle|manutencao|listagem|catalogo|consulta|crud|atualizacao|exclusao|edicao|gerenciamento|lancamento|emissao|agendamento|historico|visualizacao|banco de dados',
  has: [
    /(?:sistema|aplicação|aplicativo|plataforma|software)\s+(?:(?:deve|deverá|precisa)\s+)?(?:armazenar|registrar|guardar|salvar|manter|armazena|registra|guarda|salva|armazenará|registrará)\s+(?<fields>.+?)\s+(?:de|para) cada (?<entity>[\p{L}]{3,25}(?: (?:de |d'|di )?[\p{L}]{3,25})??)\.?$/iu,
    /^(?:o |a |os |as )?(?<fields>[\p{L}][\p{L} ,-]{2,80}?) (?:será|serão|é|são|deve ser|devem ser) (?:registrad|armazenad|salv|guardad)[oa]s? (?:no|na|em cada|nos|nas) (?<entity>[\p{L}][\p{L} -]{1,40}?)\.?$/iu,
    /^(?:(?:cada|um|uma|o|a|os|as|todo|toda|todos os|todas as)\s+)?(?<entity>[\p{L}][\p{L}\p{N} -]{1,40}?)\s+(?:(?:deve|devem|deverá|deverão|pode|podem|poderá|sempre)\s+)*(?:tem|têm|terá|terão|ter|contém|contêm|conterá|conter|inclui|incluem|incluirá|incluir|possui|possuem|possuirá|possuirão|possuir|é composto por|consiste em|(?<!(?:pode|podem|deve|devem) )(?:armazena|registra|guarda))\s+(?:(?:os seguintes|as seguintes|os|as)?\s*(?:dados|campos|atributos|informações|propriedades)\s*:?\s*)?(?<fields>.+)$/iu,
  ],
  including:
    'com (?:os seguintes )?(?:detalhes|dados|campos|atributos|informacoes)(?: como|:)?|com|incluindo|inclui|tais como|que (?:inclui|contem|tem|possui)|informando|indicando|especificando|(?:cujos|seus) (?:dados|campos)(?: sao)?|como(?: por exemplo)?|contendo',
  stopNouns:
    'faturamento|faturacao|cadastros|integridade|transac(?:ao|oes) de banco|backups?|criptografia|indices?|inventario|estoque|contato|sistema|aplicacao|aplicativo|app|software|plataforma|site|web|pagina|tela|janela|vista|formulario|botao|menu|painel|dashboard|relatorio|grafico|estatistica|interface|usuario final|servidor|banco de dados|tabela|dado|informacao|detalhe|registro|campo|atributo|coluna|entidade|modelo|objeto|funcao|funcionalidade|requisito|documentacao|codigo|teste|configuracao|seguranca|autenticacao|autorizacao|acesso|login|sessao|senha|permissao|perfil|validacao|erro|busca|pesquisa|filtro|filtragem|ordenacao|exportacao|importacao|versao|alteracao|mudanca|fase|marco|cronograma|escopo|objetivo|proposito|introducao|problema|solucao|risco|restricao|regra|regra de negocio|caso de uso|historia de usuario|fluxo|processo|passo|etapa|status|estado|tipo|nome|identificador|valor|numero|data|hora|lista|listagem|operacao|acao|logica|integracao|alerta|lembrete|idioma|tema|design|tecnologia|arquitetura|entrada|saida|resultado|nivel|forma|parte|vez|coisa|opcao|negocio|administrador|historico|gestao|gerenciamento|administracao|manutencao|controle|criacao|atualizacao|exclusao|edicao|visualizacao|conteudo|tudo|periodo|dia|mes|ano|tempo real|total|quantidade|cadastro|qualidade|desempenho|disponibilidade|usabilidade|escalabilidade|acervo|devolucao|auditoria|paginacao|upload|geracao|inteligencia artificial|descricao',
  noData:
    'sem persistencia|nao (?:armazena|salva|persiste|guarda)m? (?:dados|informac\\w+|nada|nenhum\\w*)|sem (?:banco de dados|backend|servidor|armazenamento)|nao (?:requer|precisa de|usa|utiliza|ha|havera|tera) (?:um )?(?:banco de dados|backend|servidor|persistencia)|apenas (?:front-?end|cliente)|pagina estatica|site estatico|em memoria',
  tool: 'linha de comandos?|terminal|console|cli\\b|argumentos?|--[a-z][a-z-]+|script|jogo|videogame|jogo de rpg|jogador|pontos de (?:vida|experiencia)|inimigos?|fase do jogo|landing|redesign|portfolio|css|extensao|plugin|compilador|analisador|parser|arquivo de (?:entrada|saida)|algoritmo|calculadora|conversor|simulador|firmware|arduino|rede neural|dataset',
  noLogin:
    'sem (?:login|autenticacao|cadastro de usuarios|contas)|nao (?:requer|exige|ha|havera|precisa de|tera) (?:login|autenticacao|contas|cadastro de usuarios)|acesso publico|usuario unico',
  denies: [
    /não (?:haverá|há|existirá|existe) (?:uma )?(?:tabela|entidade) (?:de|do|da|dos|das|para) (?<entity>[\p{L} -]{2,40}?)(?=$|[.,;)]| neste| nesta| no | na )/iu,
    /(?<entity>[\p{L} -]{2,40}?) não (?:ser[áã]o? (?:armazenad|salv|registrad|uma entidade|entidade)|é uma entidade|são entidades)/iu,
  ],
};
