import { makeAutoObservable, runInAction } from 'mobx';
import type { InvitationRow, Output } from '../../../types/routes';
import type { CallCloud } from '../../cloud/callCloud';
import { privacyNotice } from '../../privacyNotice';
import { consentError, hasErrors, phoneError } from '../../fieldErrors';
import { Progress } from '../../cloud/progress';

/** Accepting an invitation: first what it offers, then the person's own data and consent. */
export class AcceptStore {
  code = '';
  /** What the code offers; null until it was looked up. */
  offer: InvitationRow | null = null;
  phone = '';
  hasConsented = false;
  isChecked = false;
  granted: Output<'desk', 'accept'> | null = null;
  readonly lookingUp = new Progress();
  readonly accepting = new Progress();

  constructor(private readonly call: CallCloud) {
    makeAutoObservable<this, 'call'>(this, { call: false });
  }

  writeCode(code: string): void {
    this.code = code;
    this.offer = null;
    this.isChecked = false;
    this.lookingUp.forget();
    this.accepting.forget();
  }

  writePhone(phone: string): void {
    this.phone = phone;
  }

  consent(isGiven: boolean): void {
    this.hasConsented = isGiven;
  }

  get canAccept(): boolean {
    return this.offer !== null && this.offer.state !== 'expired';
  }

  get errors() {
    return { phone: phoneError(this.phone), consent: consentError(this.hasConsented) };
  }

  get shownErrors(): Partial<AcceptStore['errors']> {
    return this.isChecked ? this.errors : {};
  }

  async lookUp(): Promise<void> {
    const code = this.code.trim();
    await this.lookingUp.run(async () => {
      const offer = await this.call('desk', 'invitation', { code });
      runInAction(() => (this.offer = offer));
    });
  }

  async accept(): Promise<void> {
    this.isChecked = true;
    if (hasErrors(this.errors)) return;
    const input = { code: this.code.trim(), phone: this.phone.trim(), consent: privacyNotice.version };
    await this.accepting.run(async () => {
      const granted = await this.call('desk', 'accept', input, { purpose: `accept:${input.code}` });
      runInAction(() => (this.granted = granted));
    });
  }
}
