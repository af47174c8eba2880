/** Dockerfile: builds in one stage, runs in another, not as root. */
export function dockerfile(service: string): string {
  return `FROM node:24-slim AS build
WORKDIR /service
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src src
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-slim
ENV NODE_ENV=production \\
    HOST=0.0.0.0 \\
    PORT=3000 \\
    DATABASE_FILE=/data/${service}.db
WORKDIR /service
RUN mkdir /data && chown node:node /data
COPY --from=build /service/node_modules node_modules
COPY --from=build /service/dist dist
COPY package.json openapi.json ./
COPY migrations migrations
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s \\
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--disable-warning=ExperimentalWarning", "dist/main.js"]
`;
}
