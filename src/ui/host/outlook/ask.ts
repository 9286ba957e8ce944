/// <reference types="office-js" />

/** Outlook refused, or did not know, what the pane asked of the open meeting. */
export class OutlookSays extends Error {
  override readonly name = 'OutlookSays';
}

/** One of Office.js's calls with a callback, as a promise; throws OutlookSays with Outlook's own words. */
export function ask<T>(call: (callback: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    call((result) => {
      if (String(result.status) === 'succeeded') resolve(result.value);
      else reject(new OutlookSays(result.error?.message ?? 'Outlook did not say why.'));
    });
  });
}
