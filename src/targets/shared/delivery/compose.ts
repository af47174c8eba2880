import type { Service } from '#blueprint';
import { settingsOf } from './settings.ts';

/** Settings that the Dockerfile makes. */
const OF_THE_IMAGE = new Set(['HOST', 'PORT', 'DATABASE_FILE']);

/** compose.yaml: the service and, in a profile, the PostgreSQL that it waits for. */
export function compose(service: Service): string {
  const settings = settingsOf(service, 0).filter(({ name }) => !OF_THE_IMAGE.has(name));
  return `services:
  service:
    build: .
    init: true
    restart: unless-stopped
    stop_grace_period: 15s
    ports:
      - '127.0.0.1:3000:3000'
    environment:
      # Taken from the shell or from .env, where they are set there.
${settings.map(({ name }) => `      - ${name}`).join('\n')}
    volumes:
      - data:/data
    read_only: true
    tmpfs:
      - /tmp
    cap_drop:
      - ALL
    security_opt:
      - no-new-privileges:true
    depends_on:
      database:
        condition: service_healthy
        required: false

  database:
    profiles:
      - postgres
    image: postgres:16-alpine
    restart: unless-stopped
    environment:
      POSTGRES_USER: service
      POSTGRES_PASSWORD: service
      POSTGRES_DB: service
    volumes:
      - database:/var/lib/postgresql/data
    healthcheck:
      test: ['CMD-SHELL', 'pg_isready -U service -d service']
      interval: 2s
      timeout: 3s
      retries: 30

volumes:
  data:
  database:
`;
}
