import type { FrameWords } from './frame-words.ts';

export const pt: FrameWords = {
  each: '(?:para|de|por|em|a|com) (?:cada|tod[oa]s? [oa]s?)(?: nov[oa])?|ao (?:cadastrar|registrar|criar|anotar) (?:uma?|[oa])',
  has: 'tem|tera|possui|possuem|contem|inclui|incluem|leva|consta de|compoe-se de|e composto de|e identificad[oa] por|pertence a[o]?|diz|traz|fica em',
  take: '(?:se )?(?:registra(?:ra|m|r|mos)?|anota(?:m|r|mos)?|guarda(?:m|r|mos)?|indica(?:m|r|mos)?|informa(?:m|r|mos)?|escreve(?:m|r)?|escolhe(?:m|r)?|seleciona(?:m|r)?|anexa(?:m|r)?|marca(?:m|r)?|precisa(?:mos)?(?: de)?|saber|preenche(?:m|r)?|pede(?:m)?|pedimos|coloca(?:m|r)?|digita(?:m|r)?|grava(?:m|r)?|cadastra(?:m|r)?|queremos|lanca(?:m|r)?)',
  done: '(?:(?:e|sao|sera|serao|fica|ficam|deve ser|devem ser|pode ser|podem ser)(?: (?:tambem|sempre|automaticamente))* (?:indicad|registrad|anotad|informad|gravad|guardad|salv|anexad|preenchid|obrigatori|opciona|escolhid)(?:[oa]s?|is|l)?|pode ficar em branco|gostaria de ter)',
  between: 'tambem|alem disso|sempre|automaticamente|ao menos|depois|entao|so|ainda|no minimo',
  stop: 'quando|se|para que|porque|antes|depois|ate|conforme|mas|salvo|embora|pois|ja que|senao|enquanto|como|da lista',
  lead: 'quando|se|depois|antes|ao|em|para|uma vez|de|a|por|com|apos|segundo|durante|no|na|sobre',
  small:
    'dois|duas|tres|quatro|cinco|seis|eu|ele|ela|nos|eles|elas|voce|se|me|lhe|quem|que|qual|quando|onde|como|e|sao|era|sera|serao|esta|estao|foi|ha|pode|podem|deve|devem|quero|queremos|quer|nao|nunca|ou|mas|tambem|para|por|com|sem|em|no|na|nos|nas|de|do|da|dos|das|ao|aos|pelo|pela|sobre|desde|ate|entre|se|seu|sua|mais|muito|ja|so|tudo|todos|anota|faz|tem|fica|gostaria|diz',
  article:
    'o|a|os|as|uma?|uns|umas|seu|sua|seus|suas|cada|qual|nov[oa]s?|tambem|ao menos uma?|um unico|uma unica|meu|minha',
  joint: 'de|do|da|dos|das|em|a|por|na|no',
  not: 'nao|nunca|jamais|nenhum|nenhuma|ninguem|sem|tampouco|nem|fora',
  weak: '(?:se )?(?:pede(?:m)?|pedimos|saber|precisa(?:mos)?(?: de)?|queremos|coloca(?:m|r)?|marca(?:m|r)?|lanca(?:m|r)?|cadastra(?:m|r)?)',
  looking: '(?:se )?(?:escolhe(?:m|r)?|seleciona(?:m|r)?)',
  chosen: '(?:se )?(?:escolhe(?:m|r)?|seleciona(?:m|r)?|anota(?:m|r)?|registra(?:m|r)?|indica)',
  needed: 'obrigatori[oa]s?|deve|devem|devera|precisa|necessari[oa]s?',
  free: 'opciona(?:l|is|lmente)|se (?:houver|tiver|souber)|pode ficar (?:em branco|vazi[oa])|facultativ[oa]s?|quando houver',
  makes: {
    reservar: 'reserva',
    alugar: 'aluguel',
    inscrever: 'inscrição',
    pedir: 'pedido',
    emprestar: 'empréstimo',
    agendar: 'agendamento',
  },
  about:
    'o que (?:precisamos|queremos) saber (?:de|sobre)|sobre|os|as|o|a|cadastro (?:de|do|da|dos|das)|gestao (?:de|do|da|dos|das)|modulo(?: de)?|tela(?: de)?|ficha (?:de|do|da)|arquivo',
};
