import type { Graph } from './graph.ts';

/** A mail in plain words. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** Sends a mail from the organiser's mailbox (Mail.Send, limited to that mailbox). It may at worst repeat. */
export async function sendMail(graph: Graph, mail: Mail): Promise<void> {
  await graph.post(`/users/${encodeURIComponent(mail.from)}/sendMail`, {
    message: {
      subject: mail.subject,
      body: { contentType: 'text', content: mail.text },
      toRecipients: mail.to.map((address) => ({ emailAddress: { address } })),
    },
    saveToSentItems: true,
  });
}
