# The app server alone: no stand-in, no tests. Secrets come in as variables at run time, never into the image.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.json webpack.config.ts ./
COPY adaptive-cards adaptive-cards
COPY src src
RUN npx webpack --mode production --config-name tab --config-name outlook && npm run build:server && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production PORT=3978
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist/tab dist/tab
COPY --from=build /app/dist/outlook dist/outlook
COPY --from=build /app/dist/server dist/server
COPY --from=build /app/package.json ./
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s CMD node -e "fetch('http://127.0.0.1:'+process.env.PORT+'/health').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"
# A trust's year stands in memory: the heap grows by little at a time, so that what is let go is given back.
CMD ["node", "--enable-source-maps", "--heap-growing-percent=20", "dist/server/main.mjs"]
