/** Events of tickets, as the two columns of a ticket name them. */
export const FACTS: Record<string, string> = {
  TicketOpened: 'Ticket créé',
  TicketImported: 'Ticket repris',
  WorkOrderRequested: 'Ordre de service envoyé',
  WorkOrderAccepted: 'Intervention acceptée',
  WorkOrderRefused: 'Intervention refusée',
  ReminderSent: 'Relance envoyée',
  RemindersExhausted: 'Nombre maximal de relances atteint',
  PresenceAsked: 'Présence sur place demandée',
  PresenceAnswered: 'Réponse de présence',
  CompletionAsked: "Fin d'intervention demandée",
  CompletionReported: "Fin d'intervention reçue",
  InvoiceRequested: 'Facture demandée',
  InvoiceReceived: 'Facture reçue',
  NewInvoiceRequested: 'Nouvel envoi de la facture demandé',
  TicketClosed: 'Ticket clos',
};
