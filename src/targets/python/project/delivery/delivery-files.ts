import type { GeneratedFile } from '#files';
import type { TargetInput } from '../../../target.ts';
import { settingsOf } from '../../../typescript/project/configuration.ts';
import { compose } from '../../../typescript/project/delivery/compose.ts';
import { generated } from '../../../typescript/project/generated.ts';
import { requestsPerMinute } from '../../../typescript/rate-limit.ts';

/** What builds, checks and ships the service. */
export function deliveryFiles({ blueprint, service }: TargetInput): readonly GeneratedFile[] {
  const settings = settingsOf(service, requestsPerMinute(blueprint));
  const environment = settings.map(
    ({ name, usual, meaning }) => `# ${meaning}\n# ${name}=${usual}`,
  );
  return [
    generated('Dockerfile', dockerfile(service.name)),
    generated('compose.yaml', compose(service)),
    generated('.github/workflows/ci.yml', CI),
    generated('.env.example', `${environment.join('\n\n')}\n`),
    generated('.dockerignore', lines('*', ...SHIPPED.map((path) => `!${path}`), '**/__pycache__')),
    generated('.gitignore', lines('.venv/', '__pycache__/', '.*_cache/', 'data/', '.env', '*.log')),
  ];
}

/** What the image holds. */
const SHIPPED = ['requirements.txt', 'openapi.json', 'main.py', 'alembic.ini', 'app', 'migrations'];

function dockerfile(service: string): string {
  return `FROM python:3.13-slim AS packages
WORKDIR /service
COPY requirements.txt ./
RUN python -m venv .venv && .venv/bin/pip install --no-cache-dir --requirement requirements.txt

FROM python:3.13-slim
ENV HOST=0.0.0.0 \\
    PORT=3000 \\
    DATABASE_FILE=/data/${service}.db \\
    PYTHONDONTWRITEBYTECODE=1 \\
    PATH=/service/.venv/bin:$PATH
WORKDIR /service
RUN useradd --system --uid 1000 service && mkdir /data && chown service /data
COPY --from=packages /service/.venv .venv
COPY openapi.json main.py alembic.ini ./
COPY migrations migrations
COPY app app
USER service
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \\
  CMD ["python", "-c", "import os, urllib.request as http; http.urlopen(f'http://127.0.0.1:{os.environ[\\"PORT\\"]}/health/ready', timeout=2)"]
CMD ["python", "main.py"]
`;
}

const CI = `name: ci

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
      - uses: actions/setup-python@v6
        with:
          python-version: '3.13'
          cache: pip
          cache-dependency-path: requirements*.txt
      - run: pip install -r requirements-dev.txt
      - run: ruff format --check
      - run: ruff check
      - run: mypy
      - run: pytest
      - name: tests on PostgreSQL
        run: pytest
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

function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
