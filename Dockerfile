# The web explorer, built with the packages that the image itself does without.
FROM node:24-slim AS web
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY bin bin
COPY questions questions
COPY web web
COPY tsconfig.json vite.config.ts ./
RUN node bin/web.mjs

# The API, the explorer and the loader. The image's own Node runs TypeScript as it is, so the `node` package needs no install script.
FROM node:24-slim

ENV NODE_ENV=production ADG_HOST=0.0.0.0 ADG_PORT=4000 ADG_DOCUMENTS=/documents ADG_STATE=/state
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

COPY bin bin
COPY data data
COPY ingest ingest
COPY neo4j neo4j
COPY questions questions
COPY src src
COPY --from=web /app/web/dist web/dist
COPY schema.graphql LICENSE ./

RUN mkdir /documents /state && chown node:node /state
USER node
VOLUME /state
EXPOSE 4000

HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.ADG_PORT}/readyz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]

ENTRYPOINT ["node", "bin/adg.mjs"]
CMD ["start"]
