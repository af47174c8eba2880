import type { Service } from '#blueprint';
import type { Delivery } from '../../../shared/delivery/delivery-files.ts';

/** How a Rust service is built, checked and shipped. */
export function delivery({ name }: Service): Delivery {
  return {
    dockerfile: dockerfile(name),
    ci: {
      setup: [
        '- run: rustup toolchain install stable --profile minimal --component clippy,rustfmt',
        '- uses: actions/cache@v5',
        '  with:',
        '    path: |',
        '      ~/.cargo/registry',
        '      target',
        "    key: cargo-${{ hashFiles('Cargo.lock') }}",
      ],
      check: [
        'cargo fmt --check',
        'cargo clippy --locked --all-targets -- -D warnings',
        'cargo test --locked',
      ],
      test: 'cargo test --locked',
    },
    shipped: ['Cargo.toml', 'Cargo.lock', 'openapi.json', 'src', 'migrations'].map(
      (path) => `!${path}`,
    ),
    ignored: ['target/', '.cargo/'],
  };
}

function dockerfile(service: string): string {
  return `FROM rust:1-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev
WORKDIR /service
COPY Cargo.toml Cargo.lock openapi.json ./
COPY migrations migrations
COPY src src
RUN cargo build --release --locked

FROM debian:stable-slim
ENV HOST=0.0.0.0 \\
    PORT=3000 \\
    DATABASE_FILE=/data/${service}.db
RUN useradd --system --uid 1000 service && mkdir /data && chown service /data
COPY --from=build /service/target/release/server /usr/local/bin/server
USER service
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=15s CMD ["server", "--healthy"]
CMD ["server"]
`;
}
