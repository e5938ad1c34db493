# Tilts as a container: built once, run without the tools that built it.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production TILTS_MODE=production HOST=0.0.0.0 PORT=3000 TILTS_DATA=/data
WORKDIR /app
COPY --from=build /app /app
RUN mkdir /data && chown node /data
USER node
VOLUME /data
EXPOSE 3000
CMD ["node", "--import", "tsx", "app/process/main.ts"]
