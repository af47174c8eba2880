import type { Lexicon } from './cue.ts';

export const portuguese: Lexicon = {
  must: 'deve | devem | devera | deverao | deveria | tem que | tem de | precisa | precisam | deve ser | devem ser | devera ser | deverao ser | precisa ser | deve estar | devem estar | devera estar | obrigatorio | obrigatoria | obrigatorios | obrigatorias | requerido | requerida | exige | requer | necessario | necessaria',
  cannot:
    'nunca sao | nunca e | nao deve | nao devem | nao devera | nao deverao | nao pode | nao podem | nao podera | nao poderao | nunca pode | nao e permitido | nao e possivel | nao pode ser | nao podem ser | nao podera ser | nao poderao ser | nao deve ser | nao devem ser | proibido',
  can: 'pode | podem | podera | poderao | pode ser | podem ser | podera ser | poderao ser | e permitido | tem permissao para',
  not: 'nao | nunca | nenhum | nenhuma',
  only: 'so | somente | apenas | unicamente | exclusivamente',
  if: 'se | quando | caso | desde que | enquanto | que estejam | que esteja',
  thus: 'entao',
  unless: 'a menos que | exceto se | salvo se | a nao ser que | exceto quando',
  until: 'ate que',
  once: 'uma vez | uma vez que | apos ser | depois de ser | assim que',
  and: 'e | bem como | mas',
  or: 'ou | nem | /',
  gt: 'maior que | maior do que | maior que o | maiores que | mais de | mais que | superior a | superiores a | > | exceder | excede | ultrapassar | ultrapassa | acima de',
  ge: 'pelo menos | no minimo | minimo | minimo de | um minimo de | maior ou igual a | maior ou igual que | igual ou maior que | igual ou superior a | ou mais | ≥ | > = | nao menor que | nao inferior a | nao anterior a | a partir de | ao menos',
  lt: 'menor que | menor do que | menores que | menos de | menos que | inferior a | inferiores a | < | abaixo de',
  le: 'no maximo | maximo | maximo de | um maximo de | menor ou igual a | menor ou igual que | igual ou menor que | igual ou inferior a | ate | nao mais de | ou menos | ≤ | < = | nao maior que | nao superior a | nao posterior a',
  eq: 'igual a | iguais a | exatamente | igual ao | coincidir com | =',
  ne: 'diferente de | diferente do | diferente da | distinto de | ≠',
  after: 'posterior a | posterior ao | depois de | depois da | depois do | apos | apos a | apos o',
  before: 'anterior a | anterior ao | antes de | antes da | antes do | antes | antes que',
  between: 'entre | de | no intervalo de',
  to: 'a | e | ate | - | –',
  positive: 'positivo | positiva | positivos | positivas | um numero positivo | maior que zero',
  negative: 'negativo | negativa | negativos | negativas | menor que zero',
  'non-negative': 'nao negativo | nao negativa | zero ou maior | maior ou igual a zero',
  empty:
    'vazio | vazia | vazios | vazias | em branco | nulo | nula | ficar vazio | ficar em branco | estar vazio',
  future: 'no futuro | futura | futuro | uma data futura',
  past: 'no passado | passada | passado | uma data passada',
  today: 'hoje | data atual | a data atual | dia atual',
  now: 'agora | momento atual | hora atual',
  required:
    'obrigatorio | obrigatoria | obrigatorios | obrigatorias | requerido | requerida | necessario | necessaria | ser informado | ser informada | informado | informada | ser preenchido | ser preenchida | preenchido | preenchida | possuir | ter | exige | requer | informar | indicado | conter | presente',
  optional: 'opcional | opcionais',
  unique: 'unico | unica | unicos | unicas | ser unico | ser unica',
  duplicate:
    'duplicado | duplicados | duplicada | duplicadas | repetidos | duplicidade de | ja existe | ja cadastrado | repetir | se repetir | ser repetido | ser repetida | ser duplicado | ser duplicada | repetido',
  immutable:
    'imutavel | imutaveis | somente leitura | fixo | fixa | nao pode ser alterado | nao pode ser alterada | nao pode ser modificado | nao pode ser modificada | nao pode mudar | nao podera ser alterado | nao podera ser alterada | nao pode ser editado | nao pode ser editada | nao podem ser alterados | nao deve ser alterado',
  'one-of': 'um de | uma de | um dos | uma das | um dos seguintes | uma das opcoes',
  plus: 'mais | +',
  characters: 'caracteres | caractere | letras',
  digits: 'digitos | digito',
  length: 'comprimento | tamanho | de comprimento | tamanho de',
  count: 'numero de | quantidade de',
  sum: 'soma de | soma dos | soma das | total de',
  own: 'proprio | propria | proprios | proprias | seus proprios | suas proprias',
  per: 'por | por cada | para cada | para o mesmo | para a mesma | dentro de | do mesmo | da mesma | no mesmo | na mesma',
  combination: 'combinacao | combinacao de | a combinacao de | par',
  same: 'mesmo | mesma | mesmos | mesmas | o mesmo | a mesma',
  overlap: 'sobrepor | se sobrepor | sobrepoem | sobrepor - se',
  have: 'tem | possui | possuem | com | contem | existem | existe | ha | ter | tenha | tiver | tiverem | possuir | vinculado | vinculados | vinculada | vinculadas | associados | associadas | houver',
  belong:
    'pertencer a | pertence a | estar vinculado a | estar vinculada a | estar vinculado ao | ficar vinculada a | ficar vinculada ao | ficar vinculado a | ficar vinculado ao | associado a | vinculado a | vinculada a | estar associado a | estar associada a | vinculada ao | vinculado ao | ser vinculado a',
  without: 'sem',
  create:
    'fazer | novo | nova | novos | novas | criar | cria | cadastrar | cadastra | registrar | registra | adicionar | cadastro de | criacao de | ser criado | ser criada | ser cadastrado | criado | incluir | registro de',
  read: 'ver | consultar | consulta | ler | listar | visualizar | acessar | buscar | pesquisar',
  update:
    'editar | edita | modificar | modifica | atualizar | atualiza | alterar | altera | ser editado | ser editada | ser alterado | ser alterada | ser modificado | ser modificada | atualizacao de',
  delete:
    'excluir | exclui | deletar | remover | remove | apagar | apaga | ser excluido | ser excluida | ser excluidos | ser excluidas | ser removido | ser removida | ser deletado | ser apagado | excluido | excluida',
  manage: 'gerenciar | gerencia | administrar | administra | crud',
  refuse:
    'rejeitar | rejeita | impedir | impede | nao permitir | nao permite | retorna 409 | retorna 422 | evitar',
  exists: 'ja existe | ja existem',
  start:
    'comeca em | inicia em | estado inicial e | status inicial e | e criado com status | inicialmente | o status inicial e',
  terminal:
    'permanecem | permanece | sao definitivos | sao definitivas | estado final | estado terminal',
  creation:
    'apos a criacao | depois de criado | depois de criada | apos criado | uma vez criado | uma vez criada | apos ser criado',
  someone: 'usuario | usuarios | pessoa | pessoas',
  filler:
    'o | a | os | as | um | uma | uns | umas | do | da | dos | das | de | ao | e | sao | ser | sera | serao | seja | sejam | for | esta | estao | estar | esteja | estiver | que | valor | valores | status | estado | campo | sistema | o sistema | , | ; | cada | todo | toda | todos | todas | foi | sido | tenha sido | em | no | na | com | para | ja | tambem | sempre | ambos | seu | sua | numero | codigo | fica | ficar | qualquer | se | . | :',
};
