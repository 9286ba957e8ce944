/** The project's top folder. */
export const root: string;
/** The environment in which the app server, the command line and the stand-in find each other on this machine. */
export function localEnvironment(places: {
  readonly port: number;
  readonly standinPort: number;
  readonly dataDir: string;
}): Record<string, string>;
