import { enums } from './enums.ts';
import type { OfficeError } from './wire.ts';

/** What a callback of Office.js is given. */
export interface AsyncResult {
  readonly status: 'succeeded' | 'failed';
  readonly value: unknown;
  readonly error: OfficeError | null;
  readonly asyncContext: unknown;
}

/** What may stand behind a method's own arguments: options and callback, each optional. */
export interface Rest {
  readonly options: Readonly<Record<string, unknown>>;
  readonly callback?: (result: AsyncResult) => void;
}

/** Sorts the arguments behind the method's own into options and callback. */
export function restOf(given: readonly unknown[]): Rest {
  const callback = given.find((one) => typeof one === 'function');
  const options = given.find((one) => typeof one === 'object' && one !== null);
  return {
    options: { ...options },
    callback: callback === undefined ? undefined : (result) => void callback(result),
  };
}

/** Calls back with what the work gives or fails with, never before the method has returned. */
export function callBack({ options, callback }: Rest, work: Promise<unknown>): void {
  const { asyncContext } = options;
  const { Succeeded, Failed } = enums.AsyncResultStatus;
  void work.then(
    (value) => callback?.({ status: Succeeded, value, error: null, asyncContext }),
    (error: unknown) => callback?.({ status: Failed, value: undefined, error: errorOf(error), asyncContext }),
  );
}

function errorOf(thrown: unknown): OfficeError {
  const { name, message, code }: Partial<OfficeError> = Object(thrown);
  return { name: name ?? 'Internal Error', message: message ?? 'An internal error has occurred.', code: code ?? 5001 };
}
