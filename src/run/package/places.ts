/** Where an administrator finds the value of each placeholder of the manifest. */
export const places: Readonly<Record<string, string>> = {
  APP_ID: 'Any new GUID, made once and kept: it names the app in Teams (the server knows it as TEAMS_APP_ID).',
  APP_DOMAIN: 'The host name at which the app server is reached, such as ap.school.example; no https:// and no path.',
  API_CLIENT_ID: 'Entra admin centre, app registration of the API, Application (client) ID.',
  BOT_ID: 'Entra admin centre, app registration of the bot, Application (client) ID.',
  DEVELOPER_NAME: 'The trust or school that runs the app, at most 32 letters.',
  DEVELOPER_URL: 'An https address of the trust or school.',
  PRIVACY_URL: 'An https address of the privacy notice.',
  TERMS_URL: 'An https address of the terms of use.',
};
