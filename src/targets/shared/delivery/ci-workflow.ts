/** What a language adds to the CI workflow. */
export interface CiSteps {
  /** Gets the language, as the YAML of a step: lines without indentation. */
  readonly setup: readonly string[];
  /** Commands that check and test with the embedded database, one a step. */
  readonly check: readonly string[];
  /** The command that runs the tests again, on PostgreSQL. */
  readonly test: string;
}

/** .github/workflows/ci.yml: checks on both databases, then builds the image. */
export function ciWorkflow({ setup, check, test }: CiSteps): string {
  return `name: ci

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    services:
      postgres:
        image: postgres:16-alpine
        env:
          POSTGRES_PASSWORD: postgres
        ports:
          - 5432:5432
        options: >-
          --health-cmd pg_isready
          --health-interval 2s
          --health-timeout 3s
          --health-retries 30
    steps:
      - uses: actions/checkout@v5
${setup.map((line) => `      ${line}\n`).join('')}${check.map((command) => `      - run: ${command}\n`).join('')}      - name: tests on PostgreSQL
        run: ${test}
        env:
          TEST_DATABASE_URL: postgres://postgres:postgres@127.0.0.1:5432/postgres

  image:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    needs: check
    steps:
      - uses: actions/checkout@v5
      - run: docker compose build
`;
}
