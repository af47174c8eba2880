import type { LanguageRow } from './row.ts';

export const pt: readonly LanguageRow[] = [
  {
    shape: 'table',
    text: `# Especificação

## Dicionário de dados

### Fornecedor

| Campo | Tipo | Obrigatório | Observação |
|---|---|---|---|
| razão social | texto | Sim | |
| CNPJ | string | Sim | único |
| data de cadastro | data | Sim | |
| ativo | booleano | Não | |

### Pedido

| Campo | Tipo | Obrigatório | Observação |
|---|---|---|---|
| número | inteiro | Sim | |
| valor total | moeda | Sim | |
| fornecedor | chave estrangeira para Fornecedor | Sim | |
`,
    data: [
      'fornecedor: razao-social text, cnpj string, data-de-cadastro date, ativo boolean',
      'pedido: numero integer, valor-total money, fornecedor reference',
    ],
  },
  {
    shape: 'prose',
    text: `# Sistema da escola

O sistema deve armazenar o nome, a matrícula e a data de nascimento de cada aluno.
Para cada turma serão registrados o nome, o turno e a quantidade de vagas.
A situação de um aluno pode ser ativo, trancado ou formado.
Cada turma pode ter no máximo 40 alunos.
`,
    data: [
      'aluno: nome string, matricula string, data-de-nascimento date, situacao enum',
      'turma: nome string, turno string, quantidade-de-vagas integer',
    ],
  },
  {
    shape: 'requirements',
    text: `# Requisitos funcionais

| ID | Descrição |
|---|---|
| RF001 | O administrador deve poder cadastrar, editar e excluir produtos. |
| RF002 | O sistema deve permitir o cadastro de clientes com nome, CPF e telefone. |
| RF003 | O vendedor deve poder registrar vendas. |
| RF004 | O vendedor pode cancelar vendas. |
| RF005 | O sistema deve ser responsivo e rápido. |
`,
    data: ['produto:', 'cliente: nome string, cpf string, telefone phone', 'venda:'],
  },
  {
    shape: 'bullets',
    text: `# Banco de dados da clínica

## Escopo do banco de dados

- **Pacientes**
  - Nome completo
  - CPF (único)
  - Telefone
- **Consultas**
  - Data e hora
  - Paciente
  - Status (agendada, realizada, cancelada)
- **Pagamentos**
  - Valor
  - Forma de pagamento (dinheiro, cartão)
  - Vínculo com uma consulta específica
`,
    data: [
      'paciente: nome-completo string, cpf string, telefone phone',
      'consulta: data-e-hora datetime, paciente reference, status enum',
      'pagamento: valor money, forma-de-pagamento enum, consulta reference',
    ],
  },
  {
    shape: 'plain',
    text: `# Abrigo
O abrigo quer gerenciar animais, cuidadores e adoções.
1. Cadastrar animais: nome, espécie (cão, gato, outro), peso em kg, data de chegada.
2. Para cada cuidador: nome, sobrenome, telefone.
3. Cada adoção tem uma data, um valor em reais, observações opcionais e um animal.
4. O status da adoção pode ser solicitada, aprovada ou recusada.
`,
    data: [
      'animal: nome string, especie enum, peso number, data-de-chegada date',
      'cuidador: nome string, sobrenome string, telefone phone',
      'adocao: data date, valor money, observacoes text, animal reference, status enum',
    ],
  },
];
