/** The first rent call, shown before it is made. */
export const FIRST_CALL = {
  title: 'Premier quittancement',
  period: (from: string, to: string, due: string) =>
    `Du ${from} au ${to}, au prorata des jours, exigible le ${due}. Calculé sur ce qui est enregistré.`,
  line: 'Libellé',
  amount: 'Montant TTC',
  total: 'Total',
  aid: 'Aide versée à l’agence',
  toPay: 'Reste à payer',
};
