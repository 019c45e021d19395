/** Customers who stopped marketing messages from a number of the business (whatsapp-rules §4, 131050). */
import type { Template } from '../contract/templates.ts';

/** WhatsApp refused a message with it: this customer stopped marketing. */
export const stoppedMarketingCode = 131050;

/** Whether WhatsApp would refuse it to somebody who stopped marketing. One of an unknown category may be marketing. */
export function needsMarketingConsent({ category }: Pick<Template, 'category'>): boolean {
  return category !== 'utility';
}
