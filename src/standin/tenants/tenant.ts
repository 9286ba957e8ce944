/** A person with an account in the tenant. `id` is the Entra object id (guid); `school` is undefined for people of the trust. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
  /** Role names as the school's app uses them, e.g. `attendance-officer`. Shown only; the app has its own list of roles. */
  readonly roles: readonly string[];
  readonly school?: string;
}

/** What a site's administrator has granted to one app registration on one site. */
export interface Grant {
  readonly appId: string;
  readonly role: 'read' | 'write' | 'owner' | 'fullcontrol';
}

/** A SharePoint site. `id` is `hostname,site guid,web guid`; `owners` are object ids. */
export interface Site {
  readonly id: string;
  readonly hostname: string;
  /** Server-relative path, e.g. `/sites/ap-records`. */
  readonly path: string;
  readonly displayName: string;
  readonly owners: readonly string[];
  readonly grants: readonly Grant[];
}

/** An application permission; `mailboxes` limits mail and calendar permissions to these addresses (undefined: all). */
export interface AppPermission {
  readonly name: string;
  readonly mailboxes?: readonly string[];
}

/** An app registration with its secret and the application permissions an administrator has consented to. */
export interface App {
  readonly appId: string;
  readonly displayName: string;
  readonly secret: string;
  readonly permissions: readonly AppPermission[];
}

/** A mailbox that is not a person's: shared mailboxes. */
export interface Mailbox {
  readonly id: string;
  readonly mail: string;
  readonly displayName: string;
}

/** A channel; `id` is also its conversation id in the connector. */
export interface Channel {
  readonly id: string;
  readonly displayName: string;
}

/** A team; `members` are object ids. */
export interface Team {
  readonly id: string;
  readonly displayName: string;
  readonly school?: string;
  readonly channels: readonly Channel[];
  readonly members: readonly string[];
}

/** Everything an administrator has set up before the app arrives. */
export interface Tenant {
  /** The scenario's name, e.g. `demonstration`. */
  readonly name: string;
  readonly tenantId: string;
  /** The school's clock when the scenario starts: an instant with zone. */
  readonly now: string;
  readonly apps: readonly App[];
  readonly people: readonly Person[];
  readonly sites: readonly Site[];
  readonly mailboxes: readonly Mailbox[];
  readonly teams: readonly Team[];
  /** Whether the bot is installed in the teams and for every person when the scenario starts. */
  readonly installed: boolean;
}
