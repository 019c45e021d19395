import { describe, expect, it } from 'vitest';
import { customerZone, knownZones } from '../../../shared/phone/customer-zone.ts';

describe('the zone of a phone number', () => {
  it.each([
    ['+919812345678', 'Asia/Kolkata'],
    ['+31655512345', 'Europe/Amsterdam'],
    ['+353861234567', 'Europe/Dublin'],
    ['+97141234567', 'Asia/Dubai'],
  ])('%s', (number, zone) => expect(customerZone(number)).toBe(zone));

  it.each([
    null,
    '',
    '+12125550123',
    '+5511987654321',
    '+34612345678',
    '+61412345678',
    '+79161234567',
    '0612345678',
    '+9',
  ])('is not guessed: %s', (number) => expect(customerZone(number)).toBeNull());

  it('names only zones that exist', () => {
    for (const timeZone of knownZones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  });
});
