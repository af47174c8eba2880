import type { SentenceWords } from './sentence-words.ts';

export const pt: SentenceWords = {
  each: 'cada todo todos toda todas',
  article: 'o a os as um uma uns umas seu sua seus suas novo nova este esta',
  of: 'de do da dos das para sobre por ao a',
  at: 'em no na nos nas desde ate durante entre segundo sob contra pelo pela quando se como porque',
  have: 'corresponde_a correspondem_a e_caracterizado_por e_caracterizada_por e_descrito_por e_descrita_por tem ter tera terao contem conter contera inclui incluem incluir possui possuem possuir possuira composto_por composta_por consiste_em e_composto_por e_composta_por e_identificado_por e_identificada_por conta_com abrange',
  keep: 'rota_recebe rota_exige endpoint_recebe endpoint_exige body_exige body_http_exige corpo_exige requisicao_exige api_recebe cadastram cadastrados cadastradas registrados registrados armazenados inscrevem guarda guardam guardar guardamos registra registram registrar registramos regista registam registar armazena armazenam armazenar anota anotamos anotar conhecer saber precisa precisamos preciso informa informar informado indica indicar especifica especificar cadastra cadastrar manter mantem mantemos coleta conservar consta queremos quero',
  is: 'e sao ser sera serao deve devem devera deverao pode podem podera ha esta estao',
  who: 'sistema aplicacao aplicativo se nos eu usuario plataforma a_gente programa',
  info: 'dados informacoes atributos campos propriedades seguinte seguintes detalhes',
  with: 'com incluindo tais_como como contendo indicando informando junto_com',
  which: 'que qual quais quando onde quem se cujo cuja quanto quantos',
  it: 'cada_um cada_uma ele ela eles elas isso este esta estes estas dele dela',
  small: 'tambem so sempre alem outros outras mais pelo_menos depois aqui principais disso',
  and: 'e bem_como',
  or: 'ou',
  not: 'nao nunca nenhum nenhuma sem ninguem',
  attribute:
    'nome sobrenome numero codigo titulo tipo classe categoria nivel estado status cor tamanho marca modelo fabricante material unidade matricula placa lugar local cidade pais rua endereco morada regiao sala andar sexo genero idioma nacionalidade assunto tema motivo resultado metodo fonte origem destino formato versao autor contato contacto idade peso altura comprimento largura volume capacidade quantidade valor preco custo total data hora dia mes ano inicio fim prazo duracao periodo frequencia temperatura prioridade avaliacao pontuacao comentario nota notas observacoes observacao descricao texto imagem foto arquivo ficheiro documento link email telefone telemovel celular senha cargo departamento empresa profissao salario desconto imposto moeda saldo especie raca variedade editora isbn assento prateleira lote dose percentual proprietario fornecedor titular localizacao diagnostico turno responsavel cpf cnpj',
};
