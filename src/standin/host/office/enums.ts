/** The values that Office.js gives its enumerations when it runs; its type declarations number some of them instead. */
export const enums = {
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  CoercionType: { Html: 'html', Text: 'text' },
  EventType: { ItemChanged: 'olkItemSelectedChanged', OfficeThemeChanged: 'officeThemeChanged' },
  HostType: { Outlook: 'Outlook' },
  PlatformType: { OfficeOnline: 'OfficeOnline' },
  MailboxEnums: {
    AppointmentSensitivityType: {
      Normal: 'normal',
      Personal: 'personal',
      Private: 'private',
      Confidential: 'confidential',
    },
    ItemType: { Appointment: 'appointment', Message: 'message' },
    RecipientType: {
      DistributionList: 'distributionList',
      ExternalUser: 'externalUser',
      Other: 'other',
      User: 'user',
    },
    ResponseType: {
      Accepted: 'accepted',
      Declined: 'declined',
      None: 'none',
      Organizer: 'organizer',
      Tentative: 'tentative',
    },
    RestVersion: { Beta: 'beta', v1_0: 'v1.0', v2_0: 'v2.0' },
  },
} as const;
