import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's top folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/**
 * The environment in which the app server, the command line and the stand-in find each other on this machine. Ids and
 * secrets are those of the stand-in's own tenant; they open nothing else.
 */
export function localEnvironment({ port, standinPort, dataDir }) {
  const standin = `http://127.0.0.1:${standinPort}`;
  const tenant = '8f6d1c1e-6a3b-4f0e-9f57-2d1f0a9b7c01';
  return {
    PORT: String(port),
    STANDIN_PORT: String(standinPort),
    DATA_DIR: dataDir,
    TENANT_ID: tenant,
    GRAPH_URL: standin,
    AUTHORITY_URL: standin,
    API_CLIENT_ID: '3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11',
    API_CLIENT_SECRET: 'standin-api-secret',
    BOT_ID: '6f1e9c52-8f0b-4c7d-a2f9-0c8b5a1d3b22',
    BOT_SECRET: 'standin-bot-secret',
    BOT_ISSUER: `${standin}/botframework.com/v2.0`,
    BOT_KEYS_URL: `${standin}/botframework.com/discovery/v2.0/keys`,
    PROVISION_CLIENT_ID: '9a7c2e44-1d5e-4b89-8a36-5e2f7d4c1f33',
    PROVISION_CLIENT_SECRET: 'standin-provision-secret',
    TEAMS_APP_ID: '5d2b7a10-4c3e-4f6a-b1d8-9e0f3a6c7d55',
    CONNECTOR_URL: standin,
    CLOCK_URL: `${standin}/standin/clock`,
    SITES: `@${path.join(dataDir, 'sites.json')}`,
    HOST_ORIGINS: `http://localhost:${standinPort},${standin}`,
    BOT_ENDPOINT: `http://127.0.0.1:${port}/api/messages`,
    APP_URL: `http://localhost:${port}`,
    OFFICE_JS_URL: `${standin}/outlook/office.js`,
    SCENARIO_COMMAND: 'npm run --silent provision -- load',
  };
}
