/** .github/workflows/ci.yml: checks on both databases, then builds the image. */
export function ciWorkflow(): string {
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
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npm run check
      - name: tests on PostgreSQL
        run: npm test
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
