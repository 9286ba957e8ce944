import { nestedAuthBridge } from './nested-auth-bridge.ts';
import { makeOffice } from './office.ts';
import { joinOutlook } from './outlook-link.ts';

/** The script that plays https://appsforoffice.microsoft.com/lib/1/hosted/office.js in the pane's page. */
const script = document.currentScript;
if (!(script instanceof HTMLScriptElement)) throw new Error('Load office.js by a script element.');
const outlook = joinOutlook(window, script.src);
Object.assign(window, { Office: makeOffice(outlook), nestedAppAuthBridge: nestedAuthBridge(outlook) });
// The real script does this too: an add-in that routes by the address bar must know.
Object.assign(window.history, { pushState: null, replaceState: null });
