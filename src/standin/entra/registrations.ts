/** The school app's registration for tab and server: audience of people's tokens. The same in every tenant of the stand-in. */
export const API_CLIENT_ID = '3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11';
/** The bot's registration: audience of what the connector sends. */
export const BOT_ID = '6f1e9c52-8f0b-4c7d-a2f9-0c8b5a1d3b22';
