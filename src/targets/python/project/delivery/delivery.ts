import type { Service } from '#blueprint';
import type { Delivery } from '../../../shared/delivery/delivery-files.ts';

/** How a Python service is built, checked and shipped. */
export function delivery({ name }: Service): Delivery {
  return {
    dockerfile: dockerfile(name),
    ci: {
      setup: [
        '- uses: actions/setup-python@v6',
        '  with:',
        "    python-version: '3.13'",
        '    cache: pip',
        '    cache-dependency-path: requirements*.txt',
        '- run: pip install -r requirements-dev.txt',
      ],
      check: ['ruff format --check', 'ruff check', 'mypy', 'pytest'],
      test: 'pytest',
    },
    shipped: [
      ...['requirements.txt', 'openapi.json', 'main.py', 'alembic.ini', 'app', 'migrations'].map(
        (path) => `!${path}`,
      ),
      '**/__pycache__',
    ],
    ignored: ['.venv/', '__pycache__/', '.*_cache/'],
  };
}

function dockerfile(service: string): string {
  return `FROM python:3.13-slim AS packages
WORKDIR /service
COPY requirements.txt ./
RUN python -m venv --without-pip .venv \\
 && pip --python .venv/bin/python install --no-cache-dir --requirement requirements.txt

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
# Where nothing can be written, each start would compile all of it again.
RUN python -m compileall -q app migrations
USER service
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s \\
  CMD ["python", "-c", "import os, urllib.request as http; http.urlopen(f'http://127.0.0.1:{os.environ[\\"PORT\\"]}/health/ready', timeout=2)"]
CMD ["python", "main.py"]
`;
}
